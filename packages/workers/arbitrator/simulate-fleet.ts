import { CALM_POLICY, type WorkPolicy } from '@proteus/contracts/config/policy.ts';
import { CALM_STATE, decidePolicy, type PolicyRules, policyOf } from './decide-policy.ts';

/** How long a weaver is busy with a batch. */
export interface FleetModel {
  readonly weavers: number;
  /** What a pass costs whatever its size, milliseconds. */
  readonly passMs: number;
  /** What each job adds. */
  readonly jobMs: number;
  /** How long the first of a batch waits for others, milliseconds. */
  readonly batchWaitMs: number;
  /** Share of both that remains in degraded mode, 0 to 1. */
  readonly degradedShare: number;
}

/** What came of a trace. */
export interface FleetRun {
  readonly jobs: number;
  /** Jobs a second, from the first arrival to the last picture. */
  readonly throughput: number;
  /** From arrival to the beginning of work, milliseconds. */
  readonly meanWaitMs: number;
  readonly p99WaitMs: number;
  /** Share of the jobs that were worked on at a lower resolution. */
  readonly degradedShare: number;
  /** How often the policy changed. */
  readonly changes: number;
}

/** The arbitrator's look at the queue comes this often. */
const TICK_MS = 500;
/** Waits count for this long. */
const WINDOW_MS = 60_000;

interface Weaver {
  freeAt: number;
  /** Since when it has been filling a batch; null = it is not. */
  fillingSince: number | null;
}

/**
 * Plays a trace of arrivals through a fleet, event by event, in virtual time.
 *
 * @param arrivals milliseconds, growing.
 * @param rules null = nobody arbitrates.
 */
export function simulateFleet(
  arrivals: readonly number[],
  model: FleetModel,
  rules: PolicyRules | null,
): FleetRun {
  const weavers: Weaver[] = Array.from({ length: model.weavers }, () => ({
    freeAt: 0,
    fillingSince: null,
  }));
  const begun: { readonly at: number; readonly waitMs: number }[] = [];
  let policy: WorkPolicy = CALM_POLICY;
  let state = CALM_STATE;
  let [next, taken, degraded, changes, end] = [0, 0, 0, 0, 0];

  for (let now = 0; taken < arrivals.length; now += TICK_MS / 10) {
    while (next < arrivals.length && arrivals[next]! <= now) next++;
    if (rules !== null && now % TICK_MS === 0) {
      const crowd = { depth: next - taken, waitMs: averageWait(begun, arrivals[taken], now) };
      state = decidePolicy(state, crowd, now, rules);
      const decided = policyOf(state, rules);
      if (decided.batchSize !== policy.batchSize || decided.degraded !== policy.degraded) changes++;
      policy = decided;
    }
    for (const weaver of weavers) {
      const size = Math.min(policy.batchSize, next - taken);
      if (weaver.freeAt > now || size === 0) continue;
      weaver.fillingSince ??= now;
      const isFull = size === policy.batchSize;
      if (!isFull && now - weaver.fillingSince < model.batchWaitMs) continue;
      weaver.fillingSince = null;
      for (let job = 0; job < size; job++) {
        begun.push({ at: now, waitMs: now - arrivals[taken + job]! });
      }
      taken += size;
      if (policy.degraded) degraded += size;
      const share = policy.degraded ? model.degradedShare : 1;
      weaver.freeAt = now + (model.passMs + model.jobMs * size) * share;
      end = Math.max(end, weaver.freeAt);
    }
  }

  const waits = begun.map(({ waitMs }) => waitMs).sort((a, b) => a - b);
  const first = arrivals[0] ?? 0;
  return {
    jobs: arrivals.length,
    throughput: arrivals.length / Math.max(1e-3, (end - first) / 1000),
    meanWaitMs: waits.reduce((sum, wait) => sum + wait, 0) / Math.max(1, waits.length),
    p99WaitMs: waits[Math.min(waits.length - 1, Math.floor(waits.length * 0.99))] ?? 0,
    degradedShare: degraded / Math.max(1, arrivals.length),
    changes,
  };
}

/** Of the jobs that began of late; when none did, the age of the one that waits longest. */
function averageWait(
  begun: readonly { readonly at: number; readonly waitMs: number }[],
  oldest: number | undefined,
  now: number,
): number {
  let [sum, count] = [0, 0];
  for (let index = begun.length - 1; index >= 0; index--) {
    const { at, waitMs } = begun[index]!;
    if (at < now - WINDOW_MS) break;
    sum += waitMs;
    count++;
  }
  if (count > 0) return sum / count;
  return oldest === undefined || oldest > now ? 0 : now - oldest;
}
