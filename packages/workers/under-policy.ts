import { DEGRADED_LONG_SIDE, type WorkPolicy } from '@proteus/contracts/config/policy.ts';
import type { Warning } from '@proteus/contracts/jobs/quality-reasons.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';

/** A job as it is worked on, and what its owner should know of that. */
export interface WorkUnderPolicy {
  readonly job: JobRow;
  readonly warnings: readonly Warning[];
}

/**
 * A job under the policy in force: in degraded mode it is worked on at a lower resolution, unless it
 * asked for even less. Its configuration says so, and with it the name of its work.
 */
export function underPolicy(job: JobRow, { degraded }: WorkPolicy): WorkUnderPolicy {
  const { work } = job.config;
  if (!degraded || work.res_long <= DEGRADED_LONG_SIDE) return { job, warnings: [] };
  const config = { ...job.config, work: { ...work, res_long: DEGRADED_LONG_SIDE } };
  return { job: { ...job, config }, warnings: ['DEGRADED'] };
}
