import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { Quality } from '@proteus/contracts/jobs/quality.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import type { CacheLookups } from './engine/create-analysis-cache.ts';
import type { RunOptions } from './engine/engine-process.ts';
import type { WorkUnderPolicy } from './under-policy.ts';

/** What a piece of work gives, before it is stored. */
export interface WorkOutcome {
  /** PNG. */
  readonly picture: Uint8Array;
  /** Null where there is nothing to be graded. */
  readonly quality: Quality | null;
  readonly warnings: readonly string[];
  /** Milliseconds by stage, and `total`. */
  readonly timings: Readonly<Record<string, number>>;
  /** Which analyses were remembered; missing where nobody asked. */
  readonly lookups: CacheLookups;
  /** PNG by artifact name. */
  readonly artifacts: readonly { readonly name: string; readonly picture: Uint8Array }[];
}

/** What is done for one kind of job; all the rest of a job's life is the same for every kind. */
export interface Work {
  readonly kind: JobKind;
  /** The job as it is worked on now, and what its owner should know of that. */
  plan(job: JobRow): Promise<WorkUnderPolicy>;
  /**
   * Has an engine do the planned job.
   *
   * @param read fetches one of the job's pictures.
   * @throws {ProteusError} what is wrong with the pictures, or an ENGINE_ code.
   */
  run(
    job: JobRow,
    read: (key: string) => Promise<Uint8Array>,
    options: Omit<RunOptions, 'timeLimitMs'>,
  ): Promise<WorkOutcome>;
}
