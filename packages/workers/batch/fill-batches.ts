import { setTimeout as sleep } from 'node:timers/promises';
import type { JobsRepository } from '@proteus/platform/database/jobs-repository.ts';
import type { JobQueue, Lease } from '@proteus/platform/queue/job-queue.ts';
import type { WorkBatches } from '../work.ts';
import { shareOut } from './share-out.ts';

export interface FillContext {
  readonly queue: Pick<JobQueue, 'lease' | 'waitForWork'>;
  readonly jobs: Pick<JobsRepository, 'find'>;
  readonly leaseMs: number;
  readonly work: { readonly batches?: Pick<WorkBatches, 'readSize'> };
  /** How long the first job of a batch may wait for others, milliseconds. */
  readonly batchWaitMs: number;
}

/** Between two looks at a queue that says that it has work, but gives none away. */
const NAP_MS = 25;

/**
 * Leases a batch for each free engine, as large as the policy says. Where there is at least one job, but
 * fewer than that, others are waited for a little.
 *
 * @param free engines, at least 1.
 * @param stop ends the waiting.
 * @returns no more than `free` batches, none of them empty; fewer when little waits.
 * @throws {ProteusError} what the queue throws, when nothing was leased yet.
 */
export async function fillBatches(
  context: FillContext,
  free: number,
  stop: AbortSignal,
): Promise<readonly (readonly Lease[])[]> {
  const { queue, leaseMs, work } = context;
  const size = (await work.batches?.readSize()) ?? 1;
  const leases = [...(await queue.lease(free * size, leaseMs))];
  if (size > 1 && leases.length > 0) await waitForMore(context, leases, free * size, stop);
  if (leases.length <= free) return leases.map((lease) => [lease]);
  if (free === 1) return [leases];
  const companions = await Promise.all(leases.map((lease) => withPictures(context, lease)));
  return shareOut(companions, free).map((batch) => batch.map(({ lease }) => lease));
}

/** Adds to what was leased, until it is enough or the time is up. */
async function waitForMore(
  { queue, leaseMs, batchWaitMs }: FillContext,
  leases: Lease[],
  wanted: number,
  stop: AbortSignal,
): Promise<void> {
  const end = AbortSignal.any([stop, AbortSignal.timeout(batchWaitMs)]);
  try {
    while (leases.length < wanted && !end.aborted) {
      await queue.waitForWork(end);
      const more = await queue.lease(wanted - leases.length, leaseMs);
      leases.push(...more);
      if (more.length === 0) await sleep(NAP_MS, undefined, { signal: end });
    }
  } catch {
    // The time is up, or the queue is away: those that are here can be worked on.
  }
}

/** A row that cannot be read now shows when its job is begun. */
async function withPictures({ jobs }: FillContext, lease: Lease) {
  const job = await jobs.find(lease.jobId).catch(() => null);
  return { lease, personHash: job?.personHash ?? '', garmentHash: job?.garmentHash ?? '' };
}
