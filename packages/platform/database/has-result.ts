import type { JobRow } from './job-row.ts';

/** Whether there is a picture to be had. */
export function hasResult(job: JobRow): boolean {
  return job.status === 'completed' && job.resultKey !== null && job.resultRemovedAt === null;
}
