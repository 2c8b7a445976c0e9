import type { JobRow } from '../../database/job-row.ts';

/**
 * Keeps jobs for those who ask for their status over and over. The row is the truth: a cache that is away
 * only makes questions slower.
 */
export interface JobStatusCache {
  /** A job as it was remembered, or as `load` finds it now. */
  read(jobId: string, load: () => Promise<JobRow | null>): Promise<JobRow | null>;
  /** To be called after every change of a job, before anybody is told of it. Never fails. */
  forget(jobId: string): Promise<void>;
  close(): Promise<void>;
}

/** Remembers nothing: where the rows lie in this process, or nearby, they are asked themselves. */
export const NO_JOB_STATUS_CACHE: JobStatusCache = {
  read: (_jobId, load) => load(),
  async forget() {},
  async close() {},
};
