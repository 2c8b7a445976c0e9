import type { Lease } from '@proteus/platform/queue/job-queue.ts';
import { type ProcessJobContext, processJob } from '../process-job.ts';

/** Jobs that were begun together. */
export interface BatchUnderWay {
  /** Resolves when no job of the batch needs the engine (any more). */
  readonly engineFree: Promise<unknown>;
  /** Resolves when every job has come to an end. */
  readonly ended: Promise<unknown>;
}

/**
 * Begins jobs as one pass of an engine; each keeps a lease, progress, cancellation and end of its own. One
 * that was tried before runs alone: it may be the one that ended its engine, and took the others along.
 */
export function processBatch(leases: readonly Lease[], context: ProcessJobContext): BatchUnderWay {
  const { work, logger, metrics } = context;
  const inCompany = leases.filter(({ attempt }) => attempt === 1);
  const pass = work.batches?.gather(inCompany.length, (size) => metrics.passBegun(size));
  const frees: Promise<unknown>[] = [];
  const ends = leases.map(async (lease) => {
    const seat = lease.attempt === 1 ? pass?.seat() : undefined;
    const { promise: isFree, resolve: free } = Promise.withResolvers<void>();
    frees.push(isFree);
    try {
      await processJob(lease, {
        ...context,
        work: seat?.work ?? work,
        onWait(waits) {
          context.onWait(waits);
          if (!waits) return;
          seat?.leave();
          free();
        },
      });
    } catch (error) {
      logger.error({ job: lease.jobId, err: error }, 'a job was left behind');
    } finally {
      seat?.leave();
      free();
    }
  });
  return { engineFree: Promise.all(frees), ended: Promise.all(ends) };
}
