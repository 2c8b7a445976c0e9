import { QUEUE_NAMES } from '@proteus/contracts/jobs/job-kind.ts';
import type { Database } from '../../database/database.ts';
import type { JobQueues } from '../job-queues.ts';
import { createEmbeddedQueue, type EmbeddedQueue } from './embedded-queue.ts';

/** The queues of all kinds of jobs in one database. @param now as `createEmbeddedQueue` takes it. */
export function createEmbeddedQueues(
  database: Database,
  now?: () => number,
): JobQueues<EmbeddedQueue> {
  return {
    weaver: createEmbeddedQueue(database, QUEUE_NAMES.weaver, now),
    tailor: createEmbeddedQueue(database, QUEUE_NAMES.tailor, now),
  };
}
