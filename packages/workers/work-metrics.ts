import type { Quality } from '@proteus/contracts/jobs/quality.ts';

/** What workers tell of their work; no call may throw. */
export interface WorkMetrics {
  /** @param waitMs from acceptance to the start of this attempt. */
  jobStarted(waitMs: number): void;
  /** @param timings milliseconds by stage, and `total`. */
  jobCompleted(timings: Readonly<Record<string, number>>, quality: Quality): void;
  /** @param reason a code of the error table. */
  jobFailed(reason: string): void;
  jobCanceled(): void;
}
