import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { JobQueue } from './job-queue.ts';

/** A queue that lives in the jobs' own database, so that a job and its place commit together. */
export interface TransactionalQueue extends JobQueue {
  addWithin(transaction: Transaction<Schema>, jobId: string): Promise<void>;
  removeWithin(transaction: Transaction<Schema>, jobId: string): Promise<void>;
  /** Tells waiting workers of what `addWithin` added; called after the commit. */
  wake(): void;
}
