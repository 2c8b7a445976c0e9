import type { JobsRepository } from './jobs-repository.ts';

/**
 * The same rows, but every change of one is told of before the change is reported to whoever made it.
 *
 * @param onChange is given the job's id; must not fail.
 */
export function tellChanges(
  jobs: JobsRepository,
  onChange: (jobId: string) => Promise<void>,
): JobsRepository {
  async function told<Outcome>(jobId: string, change: Promise<Outcome>): Promise<Outcome> {
    try {
      return await change;
    } finally {
      // A change whose answer got lost may have been made all the same.
      await onChange(jobId);
    }
  }
  return {
    ...jobs,
    markRunning: (lease) => told(lease.jobId, jobs.markRunning(lease)),
    setProgress: (lease, progress) => told(lease.jobId, jobs.setProgress(lease, progress)),
    complete: (lease, result) => told(lease.jobId, jobs.complete(lease, result)),
    fail: (lease, error) => told(lease.jobId, jobs.fail(lease, error)),
    putBack: (lease, error) => told(lease.jobId, jobs.putBack(lease, error)),
    markCanceled: (lease) => told(lease.jobId, jobs.markCanceled(lease)),
    cancel: (id) => told(id, jobs.cancel(id)),
    retry: (id) => told(id, jobs.retry(id)),
    erase: (id) => told(id, jobs.erase(id)),
    markResultRemoved: (id) => told(id, jobs.markResultRemoved(id)),
  };
}
