import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steadyOffsets } from './steady-offsets.ts';

const CHOICES = 9;

/** Costs 0 at one choice of each point and `other` elsewhere. */
function prefer(wanted: readonly number[], other: number): Float32Array {
  return Float32Array.from({ length: wanted.length * CHOICES }, (_, i) =>
    i % CHOICES === wanted[Math.floor(i / CHOICES)] ? 0 : other,
  );
}

describe('steadyOffsets', () => {
  it('follows what is worth following', () => {
    const wanted = Array.from({ length: 40 }, (_, i) => 2 + (i >= 10 && i < 30 ? 3 : 0));
    expect([...steadyOffsets(prefer(wanted, 20), CHOICES, 1)]).toEqual(wanted);
  });

  it('passes by what stands alone, at the seam of the curve too', () => {
    fc.assert(
      fc.property(fc.nat(39), (outlier) => {
        const wanted = Array.from({ length: 40 }, (_, i) => (i === outlier ? 7 : 3));
        const chosen = steadyOffsets(prefer(wanted, 2), CHOICES, 1);
        expect([...chosen]).toEqual(wanted.map(() => 3));
      }),
      { numRuns: 40 },
    );
  });
});
