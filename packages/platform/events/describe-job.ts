import type { SocketMessage } from '@proteus/contracts/events/socket-message.ts';
import { JOB_TYPES } from '@proteus/contracts/jobs/job-kind.ts';
import { hasResult } from '../database/has-result.ts';
import type { JobRow } from '../database/job-row.ts';
import { eventId } from './event-id.ts';

/** How a job is, as a WebSocket tells it. */
export function describeJob(job: JobRow, vtonId: string | null): SocketMessage {
  const isDone = hasResult(job) && job.resultKey !== null;
  return {
    event_id: eventId(job.updatedAt, job.id),
    job_type: JOB_TYPES[job.kind],
    job_id: job.id,
    user_id: job.ownerId,
    vton_id: vtonId,
    status: job.status,
    ...(job.stage === null ? {} : { stage: job.stage }),
    progress: job.progress,
    ...(isDone ? { result_s3_key: job.resultKey } : {}),
    ...(job.errorCode === null
      ? {}
      : { error: { code: job.errorCode, message: job.errorMessage ?? '' } }),
  };
}
