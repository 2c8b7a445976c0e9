import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { JobQueue } from './job-queue.ts';

/**
 * A queue as the jobs' rows use it. One in the same database takes and leaves its entries within the
 * row's own transaction; one elsewhere follows the commit, and a reconciler mends what gets lost between.
 */
export interface LinkedQueue extends JobQueue {
  addWithin(transaction: Transaction<Schema>, jobId: string): Promise<void>;
  removeWithin(transaction: Transaction<Schema>, jobId: string): Promise<void>;
  /** Called after the commit of what `addWithin` and `removeWithin` were part of. Never fails. */
  follow(jobId: string, change: 'added' | 'removed' | 'replaced'): Promise<void>;
}
