import { JOB_TYPES } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import type { GatewayContext } from '../context.ts';

/** Tells whoever listens that a job changed. The row is the truth: a lost word is only late. */
export async function announceJob({ events, logger }: GatewayContext, job: JobRow): Promise<void> {
  try {
    await events.publish({
      job_id: job.id,
      job_type: JOB_TYPES[job.kind],
      owner_id: job.ownerId,
      status: job.status,
      stage: job.stage,
      progress: job.progress,
      error_code: job.errorCode,
    });
  } catch (error) {
    logger.warn({ err: error, jobId: job.id }, 'a job event was not published');
  }
}
