import type { JobEvent } from '@proteus/contracts/events/job-event.ts';

/** What a subscriber wants to hear; every field that is left out matches anything. */
export interface JobEventFilter {
  readonly jobId?: string | undefined;
  readonly ownerId?: string | undefined;
}

/**
 * Announces what happens to jobs. A hint, not a record: subscribers that were away read the rows.
 */
export interface JobEventBus {
  publish(event: JobEvent): Promise<void>;
  /** @returns a function that ends the subscription. */
  subscribe(filter: JobEventFilter, listener: (event: JobEvent) => void): () => void;
  /** Resolves with the next matching event, or null when the signal aborts first. */
  next(filter: JobEventFilter, signal: AbortSignal): Promise<JobEvent | null>;
  close(): Promise<void>;
}
