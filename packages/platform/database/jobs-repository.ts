import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobStatus } from '@proteus/contracts/jobs/job-status.ts';
import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import type { Lease } from '../queue/job-queue.ts';
import type { Idempotency, JobError, JobResult, JobRow, JobSubmission } from './job-row.ts';

/** What came of a wish to cancel. */
export type CancelOutcome = 'canceled' | 'requested' | 'already-final' | 'not-found';

/** A page of jobs, newest first. */
export interface JobPage {
  readonly jobs: readonly JobRow[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

export interface ListJobs {
  readonly ownerId: string;
  readonly status?: JobStatus | undefined;
  readonly cursor?: string | undefined;
  /** 1 to 100. */
  readonly limit: number;
}

/**
 * The jobs' rows. Every change of state is a compare-and-set: it answers false, and changes
 * nothing, when the job is no longer where the caller believes it to be. What a worker writes is
 * bound to its lease's token, so that a worker that lost its lease overwrites nothing.
 */
export interface JobsRepository {
  /**
   * Stores a job, its idempotency record and its place in the queue in one transaction.
   *
   * @returns the job, or the one that the same key and body made before (`created` false).
   * @throws {ProteusError} IDEMPOTENCY_MISMATCH when the key came with another body,
   *   QUEUE_FULL when too many jobs wait.
   */
  accept(submission: JobSubmission): Promise<{ readonly job: JobRow; readonly created: boolean }>;
  /**
   * The job that this key and body made in the last 24 hours; lets a caller answer before it stores pictures.
   *
   * @throws {ProteusError} IDEMPOTENCY_MISMATCH
   */
  findIdempotent(ownerId: string, idempotency: Idempotency): Promise<JobRow | null>;
  find(id: string): Promise<JobRow | null>;
  findOwned(id: string, ownerId: string): Promise<JobRow | null>;
  /** The owner's last completed job of this work that still has its pictures. */
  findEqualWork(workKey: string, ownerId: string): Promise<JobRow | null>;
  /** @throws {ProteusError} INVALID_REQUEST when the cursor was not made by this function. */
  list(query: ListJobs): Promise<JobPage>;
  /** An owner's jobs that changed since a time, in the order of their changes; the newest `limit`. */
  listChanged(ownerId: string, since: number, limit: number): Promise<readonly JobRow[]>;
  /**
   * Jobs of the same kind before each of these that waits, 0 = next; by their rows, so that nobody who looks needs
   * the queue. One that was handed back counts as the last that came.
   */
  queuePositions(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * queued or running (under a lease that was lost) → running under this lease. A job whose
   * cancellation was asked for becomes canceled instead.
   *
   * @returns whether the worker should work on it.
   */
  markRunning(lease: Lease): Promise<boolean>;
  /** False also when the cancellation was asked for: the worker should then stop. */
  setProgress(lease: Lease, progress: StageProgress): Promise<boolean>;
  /** running → completed; refused when the cancellation was asked for. */
  complete(lease: Lease, result: JobResult): Promise<boolean>;
  /** running → failed. */
  fail(lease: Lease, error: JobError): Promise<boolean>;
  /**
   * running → queued, to be tried again; keeps the error of this attempt and counts it. Without an error the
   * job is handed back unharmed, and the beginning does not count.
   */
  putBack(lease: Lease, error: JobError | null): Promise<boolean>;
  /** running → canceled, by the worker that stopped. */
  markCanceled(lease: Lease): Promise<boolean>;
  /** queued → canceled at once; running → noted for the worker. */
  cancel(id: string): Promise<CancelOutcome>;
  /** failed or canceled → queued, with a clean slate. False in any other state. */
  retry(id: string): Promise<boolean>;
  /** Takes a job's row away for good, and its place in the queue; its pictures are the caller's. */
  erase(id: string): Promise<void>;
  /**
   * Mean wait of the jobs of a kind that were begun since a time, milliseconds; when none was, the age of the one
   * that waits longest.
   */
  measureWait(kind: JobKind, since: number): Promise<number>;
  countByStatus(): Promise<Readonly<Record<JobStatus, number>>>;
  /** An owner's jobs made since this time that completed or still may. */
  countUsed(ownerId: string, since: number): Promise<number>;
  /** Final jobs that ended before this time and still hold pictures, oldest first. */
  findExpired(finishedBefore: number, limit: number): Promise<readonly JobRow[]>;
  markResultRemoved(id: string): Promise<boolean>;
  /** Forgets idempotency keys older than 24 hours; returns how many. */
  forgetOldIdempotencyKeys(): Promise<number>;
}
