import { JOB_KINDS, JOB_TYPES, type JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobEventBus } from '@proteus/platform/events/job-event-bus.ts';
import type { LinkedQueue } from '@proteus/platform/queue/linked-queue.ts';

/**
 * Has the word that a job waits wake those who wait for work in this process. For queues in rows alone: a row that
 * another process wrote rings no bell here, and would be seen at the next look only.
 *
 * @returns a function that ends it.
 */
export function wakeWorkers(
  events: Pick<JobEventBus, 'subscribe'>,
  queues: Readonly<Record<JobKind, Pick<LinkedQueue, 'follow'>>>,
): () => void {
  return events.subscribe({}, ({ job_id, job_type, status }) => {
    if (status !== 'queued') return;
    const kind = JOB_KINDS.find((each) => JOB_TYPES[each] === job_type);
    if (kind !== undefined) void queues[kind].follow(job_id, 'added');
  });
}
