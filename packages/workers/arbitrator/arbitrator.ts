import { setTimeout as sleep } from 'node:timers/promises';
import type { ArbitratorMetrics } from '@proteus/contracts/config/arbitrator-metrics.ts';
import type { Crowd, WorkPolicy } from '@proteus/contracts/config/policy.ts';
import type { Leases } from '@proteus/platform/leases/leases.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import type { PolicyStore } from '@proteus/platform/policy/policy-store.ts';
import {
  CALM_STATE,
  DEFAULT_RULES,
  decidePolicy,
  type PolicyRules,
  policyOf,
} from './decide-policy.ts';

export interface ArbitratorOptions {
  readonly leases: Leases;
  readonly policy: PolicyStore;
  readonly readCrowd: () => Promise<Crowd>;
  readonly logger: Logger;
  /** Names this process among the arbitrators. */
  readonly name: string;
  readonly rules?: PolicyRules;
  /** Between two looks, milliseconds. */
  readonly intervalMs?: number;
  readonly metrics: ArbitratorMetrics;
}

const LEASE = 'arbitrator';
const INTERVAL_MS = 500;
/** A dead arbitrator is followed by another after this long. */
const LEASE_MS = 3_000;
/** What was decided is written again this often, in case somebody lost or changed it. */
const REPEAT_MS = 5_000;

/**
 * Decides how the fleet works until the signal aborts. Of many that run at once, the one that holds the
 * lease decides; trouble with queue or store is waited out.
 */
export async function runArbitrator(
  options: ArbitratorOptions,
  signal: AbortSignal,
): Promise<void> {
  const { leases, name, metrics, logger, intervalMs = INTERVAL_MS } = options;
  const look = createLook(options);
  while (!signal.aborted) {
    try {
      const isLeader = await leases.acquire(LEASE, name, LEASE_MS);
      metrics.looked(isLeader);
      await look(isLeader ? performance.now() : null);
    } catch (error) {
      metrics.failed();
      logger.warn({ err: error }, 'the arbitrator could not decide');
    }
    await sleep(intervalMs, undefined, { signal }).catch(() => {});
  }
  await leases.release(LEASE, name).catch(() => {});
}

/** @returns what is done at every look; its argument is the time, or null while another one decides. */
function createLook({
  policy,
  readCrowd,
  logger,
  metrics,
  rules = DEFAULT_RULES,
}: ArbitratorOptions): (now: number | null) => Promise<void> {
  let state = CALM_STATE;
  let written: { readonly policy: WorkPolicy; readonly at: number } | null = null;
  return async (now) => {
    if (now === null) {
      written = null;
      return;
    }
    const crowd = await readCrowd();
    state = decidePolicy(state, crowd, now, rules);
    const decided = policyOf(state, rules);
    const isNew = written === null || !isSame(written.policy, decided);
    metrics.decided(decided, crowd, isNew);
    if (!isNew && written !== null && now - written.at < REPEAT_MS) return;
    await policy.write(decided);
    if (isNew) logger.info({ ...decided, ...crowd }, 'a new policy is in force');
    written = { policy: decided, at: now };
  };
}

function isSame(a: WorkPolicy, b: WorkPolicy): boolean {
  return a.batchSize === b.batchSize && a.degraded === b.degraded && a.mode === b.mode;
}
