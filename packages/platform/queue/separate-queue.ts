import type { LinkedQueue } from './linked-queue.ts';

/** A queue that does not live with the jobs' rows. */
export interface SeparateQueue extends LinkedQueue {
  /** Every job that waits or is in work. */
  ids(): Promise<ReadonlySet<string>>;
}
