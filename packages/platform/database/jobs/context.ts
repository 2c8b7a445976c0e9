import type { Kysely } from 'kysely';
import type { JobQueues } from '../../queue/job-queues.ts';
import type { LinkedQueue } from '../../queue/linked-queue.ts';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';

/** What every part of the jobs repository works with. */
export interface JobsContext {
  readonly database: Database;
  /** The database's own. */
  readonly query: Kysely<Schema>;
  readonly queues: JobQueues<LinkedQueue>;
  /** Jobs that may wait in one queue. */
  readonly maxQueue: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
