import { ProteusError } from '@proteus/contracts/errors.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import type { GatewayContext } from '../context.ts';

/** @throws {ProteusError} NOT_FOUND when there is no such job, or it is somebody else's. */
export async function requireJob(
  { jobs }: GatewayContext,
  jobId: string,
  ownerId: string,
): Promise<JobRow> {
  const job = await jobs.findOwned(jobId, ownerId);
  if (!job) throw noSuchJob();
  return job;
}

/** As `requireJob`, for those who ask often: the job may be as it was a moment ago. */
export async function requireJobStatus(
  { jobs, jobStatus }: GatewayContext,
  jobId: string,
  ownerId: string,
): Promise<JobRow> {
  const job = await jobStatus.read(jobId, () => jobs.find(jobId));
  if (job?.ownerId !== ownerId) throw noSuchJob();
  return job;
}

function noSuchJob(): ProteusError {
  return new ProteusError('NOT_FOUND', { message: 'There is no such job.' });
}
