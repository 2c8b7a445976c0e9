import type { Crowd } from '@proteus/contracts/config/policy.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CALM_STATE,
  DEFAULT_RULES,
  decidePolicy,
  type PolicyState,
  policyOf,
} from './decide-policy.ts';

const TICK_MS = 500;

/** Looks at one crowd after the other, twice a second. */
function follow(crowds: readonly Crowd[], from: PolicyState = CALM_STATE): readonly PolicyState[] {
  const states: PolicyState[] = [];
  let state = from;
  for (const [tick, crowd] of crowds.entries()) {
    state = decidePolicy(state, crowd, tick * TICK_MS);
    states.push(state);
  }
  return states;
}
const hold = (depth: number, waitMs: number, seconds: number): Crowd[] =>
  Array.from({ length: (seconds * 1000) / TICK_MS }, () => ({ depth, waitMs }));
const changes = (values: readonly unknown[]) =>
  values.slice(1).filter((value, index) => value !== values[index]).length;

describe('the policy', () => {
  it.each([
    [0, 1, 'LATENCY'],
    [10, 1, 'LATENCY'],
    [11, 4, 'THROUGHPUT'],
    [50, 4, 'THROUGHPUT'],
    [51, 8, 'SURGE'],
    [100_000, 8, 'SURGE'],
  ])('for %i waiting jobs makes batches of %i, at once', (depth, batchSize, mode) => {
    const [state] = follow([{ depth, waitMs: 0 }]);
    expect(policyOf(state!)).toEqual({ batchSize, mode, degraded: false });
  });

  it('gives up quality when the wait passes its limit, and takes it back after a calm while', () => {
    const states = follow([...hold(5, 10_001, 1), ...hold(5, 9_000, 20), ...hold(5, 3_000, 10)]);
    const degraded = states.map((state) => state.degraded);
    expect(degraded.slice(0, 42).every(Boolean)).toBe(true);
    expect(degraded.at(-1)).toBe(false);
    expect(changes(degraded)).toBe(1);
    expect(policyOf(states[0]!).mode).toBe('EMERGENCY');
  });

  it('does not flap when the crowd swings around a line', () => {
    const swinging = Array.from({ length: 200 }, (_, tick) => ({
      depth: tick % 2 === 0 ? 49 : 52,
      waitMs: tick % 2 === 0 ? 9_900 : 10_100,
    }));
    const states = follow(swinging);
    expect(changes(states.map(({ step }) => step))).toBeLessThanOrEqual(1);
    expect(changes(states.map(({ degraded }) => degraded))).toBeLessThanOrEqual(1);
  });

  it('comes down to where the depth belongs once that has lasted', () => {
    const states = follow([...hold(80, 0, 2), ...hold(20, 0, 6), ...hold(0, 0, 6)]);
    const sizes = states.map((state) => policyOf(state).batchSize);
    expect(sizes[5]).toBe(8);
    expect(sizes[15]).toBe(4);
    expect(sizes.at(-1)).toBe(1);
  });

  it('never asks for smaller batches than the depth calls for, whatever happens', () => {
    const crowd = fc.record({
      depth: fc.integer({ min: 0, max: 200 }),
      waitMs: fc.integer({ min: 0, max: 30_000 }),
    });
    fc.assert(
      fc.property(fc.array(crowd, { minLength: 1, maxLength: 60 }), (crowds) => {
        for (const [index, state] of follow(crowds).entries()) {
          const { depth, waitMs } = crowds[index]!;
          const least = DEFAULT_RULES.steps.findIndex(({ upTo }) => depth <= upTo);
          expect(state.step).toBeGreaterThanOrEqual(least);
          if (waitMs > DEFAULT_RULES.waitLimitMs) expect(state.degraded).toBe(true);
        }
      }),
    );
  });

  it('changes direction at most once in any calm period', () => {
    const crowd = fc.record({ depth: fc.integer({ min: 0, max: 80 }), waitMs: fc.constant(0) });
    fc.assert(
      fc.property(fc.array(crowd, { minLength: 2, maxLength: 120 }), (crowds) => {
        const steps = follow(crowds).map(({ step }) => step);
        const drops = steps.flatMap((step, tick) => (step < (steps[tick - 1] ?? 0) ? [tick] : []));
        for (const [index, tick] of drops.entries()) {
          if (index === 0) continue;
          const apart = (tick - drops[index - 1]!) * TICK_MS;
          expect(apart).toBeGreaterThanOrEqual(DEFAULT_RULES.calmMs);
        }
      }),
    );
  });
});
