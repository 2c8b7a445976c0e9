import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { Quality } from '@proteus/contracts/jobs/quality.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import type { CacheLookups } from './engine/create-analysis-cache.ts';
import type { RunOptions } from './engine/engine-process.ts';
import type { WorkUnderPolicy } from './under-policy.ts';

/** What a piece of work gives, before it is stored. */
export interface WorkOutcome {
  /** PNG. */
  readonly picture: Uint8Array;
  /** Null where there is nothing to be graded. */
  readonly quality: Quality | null;
  readonly warnings: readonly string[];
  /** Milliseconds by stage, and `total`. */
  readonly timings: Readonly<Record<string, number>>;
  /** Which analyses were remembered; missing where nobody asked. */
  readonly lookups: CacheLookups;
  /** PNG by artifact name. */
  readonly artifacts: readonly { readonly name: string; readonly picture: Uint8Array }[];
}

/** One job's place in a pass that is being gathered. */
export interface WorkSeat {
  /** The job's work, to be run once; what comes after the pass has begun runs alone. */
  readonly work: Work;
  /** The job does not need the engine (any more); the others need not wait for it. */
  leave(): void;
}

/** How several jobs are done in one pass of an engine. */
export interface WorkBatches {
  /** How many jobs are to be done at once now. */
  readSize(): Promise<number>;
  /**
   * Begins to gather a pass.
   *
   * @param seats how many jobs it is for.
   * @param onPass hears of its size when it begins.
   */
  gather(seats: number, onPass: (size: number) => void): { readonly seat: () => WorkSeat };
}

/** What is done for one kind of job; all the rest of a job's life is the same for every kind. */
export interface Work {
  readonly kind: JobKind;
  /** Missing where an engine does one at a time. */
  readonly batches?: WorkBatches;
  /** The job as it is worked on now, and what its owner should know of that. */
  plan(job: JobRow): Promise<WorkUnderPolicy>;
  /**
   * Has an engine do the planned job.
   *
   * @param read fetches one of the job's pictures.
   * @throws {ProteusError} what is wrong with the pictures, or an ENGINE_ code.
   */
  run(
    job: JobRow,
    read: (key: string) => Promise<Uint8Array>,
    options: Omit<RunOptions, 'timeLimitMs'>,
  ): Promise<WorkOutcome>;
}
