import { JOB_KINDS, QUEUE_NAMES, type QueueName } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobQueues } from '@proteus/platform/queue/job-queues.ts';

/** How crowded one queue is. */
export interface QueueDepth {
  readonly queue: QueueName;
  readonly waiting: number;
  readonly active: number;
}

/** How crowded every queue is. @throws {ProteusError} QUEUE_UNAVAILABLE, DATABASE_UNAVAILABLE */
export async function readQueueDepths(queues: JobQueues): Promise<readonly QueueDepth[]> {
  return await Promise.all(
    JOB_KINDS.map(async (kind) => ({ queue: QUEUE_NAMES[kind], ...(await queues[kind].depth()) })),
  );
}
