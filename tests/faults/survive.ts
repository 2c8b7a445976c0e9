import type { Fleet } from './fleet.ts';
import type { Ledger } from './ledger.ts';
import { type MarkedJob, submitMarkedJobs, waitForAll } from './marked-jobs.ts';

/** Jobs a scenario, and seconds that a service is away, in CI; more of both make an evening of it. */
export const JOBS = Number(process.env.FAULT_JOBS ?? 16);
export const OUTAGE_MS = Number(process.env.FAULT_OUTAGE_MS ?? 3_000);
/** Of one scenario. */
export const LIMIT_MS = 120_000 + 2 * OUTAGE_MS + 2_000 * JOBS;
/** How long the work of one job takes. */
const WORK_MS = 250;

/**
 * Runs jobs while something bad happens, and expects that all of them end as if nothing had.
 *
 * @param scenario names the jobs.
 * @param trouble has happened, and is over, when it resolves; hears when all jobs were accepted.
 */
export async function survive(
  { fleet, ledger }: { readonly fleet: Fleet; readonly ledger: Ledger },
  scenario: string,
  trouble: (accepted: Promise<readonly MarkedJob[]>) => Promise<void>,
  { count = JOBS, workMs = WORK_MS } = {},
): Promise<void> {
  const gateway = () => fleet.gateway.address;
  const startedAt = Date.now();
  const accepted = submitMarkedJobs(scenario, count, gateway, workMs);
  const [jobs] = await Promise.all([accepted, trouble(accepted)]);
  await waitForAll(jobs, gateway, LIMIT_MS);
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  console.info(`${scenario}: ${jobs.length} jobs accepted, each ended once, in ${seconds} s`);
  await ledger.account(jobs);
}
