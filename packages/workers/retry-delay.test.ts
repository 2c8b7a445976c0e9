import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelay } from './retry-delay.ts';

describe('the delay before a retry', () => {
  it('doubles from half a second', () => {
    const delays = [1, 2, 3, 4].map((attempt) => retryDelay(attempt, () => 1));
    expect(delays).toEqual([500, 1_000, 2_000, 4_000]);
  });

  it('never waits less than a quarter of a second or more than half a minute', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), unit, (attempt, random) => {
        const delay = retryDelay(attempt, () => random);
        expect(delay).toBeGreaterThanOrEqual(250);
        expect(delay).toBeLessThanOrEqual(30_000);
      }),
    );
  });
});
