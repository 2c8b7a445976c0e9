import type { Quality } from './quality.ts';

/** What a finished job tells the measurements. */
export interface FinishedJob {
  /** Milliseconds by stage, and `total`. */
  readonly timings: Readonly<Record<string, number>>;
  readonly quality: Quality | null;
}

/** What is looked up before it is made anew. */
export type CacheName = 'person' | 'garment' | 'result';

/** What those who do the work report about it; the gateway turns it into `/metrics`. */
export interface JobMetrics {
  /** A job was begun this long after it was accepted. */
  jobStarted(waitMs: number): void;
  /** An engine began with so many jobs at once. */
  passBegun(size: number): void;
  jobCompleted(job: FinishedJob): void;
  /** Something that may be there already was looked up. */
  cacheAsked(cache: CacheName, outcome: 'hit' | 'miss'): void;
  /** A job failed for good; `reason` is a code of the error table. */
  jobFailed(reason: string): void;
  /** An engine process was replaced. */
  engineRestarted(): void;
}
