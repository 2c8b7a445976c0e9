import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import type { SocketMessage } from '@proteus/contracts/events/socket-message.ts';
import type { JobsRepository } from '../database/jobs-repository.ts';
import type { VtonsRepository } from '../database/vtons/vtons-repository.ts';
import { describeJob } from './describe-job.ts';
import { eventId } from './event-id.ts';

/** Where what an event does not say is read. */
export interface EventSources {
  readonly jobs: Pick<JobsRepository, 'findOwned'>;
  readonly vtons: Pick<VtonsRepository, 'findIdByJob'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Jobs whose try-on is remembered; the oldest are forgotten first. */
const MOST_JOBS = 1_000;

/**
 * Makes what turns events into messages for their job's owner: an end with all that the row says of it,
 * progress without a look at the row.
 *
 * @returns a function that gives null when the owner has no such job (any more), or it waits no more although
 *   the event says so.
 */
export function createEventDescriber({
  jobs,
  vtons,
  clock,
}: EventSources): (event: JobEvent) => Promise<SocketMessage | null> {
  const vtonIds = new Map<string, string>();

  async function vtonOf({ job_id, owner_id }: JobEvent): Promise<string | null> {
    const known = vtonIds.get(job_id);
    if (known !== undefined) return known;
    const vtonId = await vtons.findIdByJob(job_id, owner_id);
    // A job may begin before its try-on names it.
    if (vtonId !== null) vtonIds.set(job_id, vtonId);
    const [oldest] = vtonIds.keys();
    if (vtonIds.size > MOST_JOBS && oldest !== undefined) vtonIds.delete(oldest);
    return vtonId;
  }

  return async (event) => {
    const vtonId = await vtonOf(event);
    if (event.status === 'running') return messageOf(event, vtonId, clock());
    const job = await jobs.findOwned(event.job_id, event.owner_id);
    // A quick worker may have ended the job before the word came round that it waits.
    if (event.status === 'queued') {
      return job?.status === 'queued' ? messageOf(event, vtonId, clock()) : null;
    }
    vtonIds.delete(event.job_id);
    return job === null ? null : describeJob(job, vtonId);
  };
}

/** An event as a message, with no more than it says itself. @param time milliseconds since the epoch. */
export function messageOf(event: JobEvent, vtonId: string | null, time: number): SocketMessage {
  const { job_id, job_type, owner_id, status, stage, progress, error_code } = event;
  return {
    event_id: eventId(time, job_id),
    job_type,
    job_id,
    user_id: owner_id,
    vton_id: vtonId,
    status,
    ...(stage === null ? {} : { stage }),
    progress,
    ...(error_code === null ? {} : { error: { code: error_code, message: '' } }),
  };
}
