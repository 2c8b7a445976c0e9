import {
  type ArbitratorConfig,
  arbitratorConfigSchema,
} from '@proteus/contracts/config/arbitrator.ts';
import type { Crowd, PolicyMode, WorkPolicy } from '@proteus/contracts/config/policy.ts';

/** A depth up to which a batch size is meant. */
export interface DepthStep {
  /** Waiting jobs; the last step's counts for all above. */
  readonly upTo: number;
  readonly batchSize: number;
  readonly mode: PolicyMode;
}

/** Where the arbitrator draws its lines. */
export interface PolicyRules {
  /** By growing depth. */
  readonly steps: readonly DepthStep[];
  /** Average wait above which quality gives way, milliseconds. */
  readonly waitLimitMs: number;
  /** To come down again, depth and wait must be this far below the line that was crossed, 0 to 1. */
  readonly calmShare: number;
  /** For how long, milliseconds. */
  readonly calmMs: number;
}

/** The lines that a configuration draws. */
export function rulesOf({ steps, wait_limit_s, calm }: ArbitratorConfig): PolicyRules {
  return {
    steps: steps.map(({ up_to = Number.POSITIVE_INFINITY, batch_size, mode }) => ({
      upTo: up_to,
      batchSize: batch_size,
      mode,
    })),
    waitLimitMs: wait_limit_s * 1_000,
    calmShare: calm.share,
    calmMs: calm.for_s * 1_000,
  };
}

/** As the contract has them. */
export const DEFAULT_RULES: PolicyRules = rulesOf(arbitratorConfigSchema.parse({}));

/** Where the arbitrator stands between two looks. */
export interface PolicyState {
  readonly step: number;
  readonly degraded: boolean;
  /** Since when the depth would allow a lower step; null = it does not. */
  readonly shallowSince: number | null;
  /** Since when the wait would allow full quality; null = it does not. */
  readonly promptSince: number | null;
}

export const CALM_STATE: PolicyState = {
  step: 0,
  degraded: false,
  shallowSince: null,
  promptSince: null,
};

/**
 * Decides how to work: up at once when it gets crowded, down only when it has been clearly calmer for
 * a while, so that a crowd around a line makes nothing flap.
 *
 * @param now milliseconds, of any clock that only goes forward.
 */
export function decidePolicy(
  state: PolicyState,
  { depth, waitMs }: Crowd,
  now: number,
  rules: PolicyRules = DEFAULT_RULES,
): PolicyState {
  const { steps, waitLimitMs, calmShare, calmMs } = rules;
  const wanted = stepAt(steps, depth);
  // The lowest step whose line the depth is clearly below.
  const restful = stepAt(steps, depth / calmShare);
  const shallowSince = restful < state.step ? (state.shallowSince ?? now) : null;
  const mayStepDown = shallowSince !== null && now - shallowSince >= calmMs;

  const isPrompt = state.degraded && waitMs < waitLimitMs * calmShare;
  const promptSince = isPrompt ? (state.promptSince ?? now) : null;
  const mayRecover = promptSince !== null && now - promptSince >= calmMs;

  let step = Math.max(state.step, wanted);
  if (mayStepDown) step = restful;
  return {
    step,
    degraded: waitMs > waitLimitMs || (state.degraded && !mayRecover),
    shallowSince: mayStepDown ? null : shallowSince,
    promptSince: mayRecover ? null : promptSince,
  };
}

/** What a state means for the weavers. */
export function policyOf(
  { step, degraded }: PolicyState,
  { steps }: PolicyRules = DEFAULT_RULES,
): WorkPolicy {
  const { batchSize, mode } = steps[step]!;
  return { batchSize, degraded, mode: degraded ? 'EMERGENCY' : mode };
}

function stepAt(steps: readonly DepthStep[], depth: number): number {
  const found = steps.findIndex(({ upTo }) => depth <= upTo);
  return found === -1 ? steps.length - 1 : found;
}
