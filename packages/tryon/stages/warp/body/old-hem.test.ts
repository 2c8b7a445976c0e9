import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { findOldHem } from './old-hem.ts';

const SIZE = 200;

/** Somebody whose top ends, in rows below the shoulders, where a test says for each column. */
function wearing(endAt: (x: number) => number): PersonAnalysis {
  const parts = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      parts.data[y * SIZE + x] = PART[y <= endAt(x) ? 'upper-clothes' : 'lower-clothes'];
    }
  }
  return {
    parts,
    frame: {
      shoulderMiddle: { x: 100, y: 0 },
      shoulderWidth: 100,
      torsoLength: 100,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
}

describe('the end of the old top', () => {
  it('is the middle of what is seen, whatever a fold does', () => {
    const { top, waistband } = findOldHem(wearing((x) => (x < 80 ? 94 : 90)));
    expect(top).toBe(90);
    expect(waistband).toBe(92);
  });

  it('is that of a jacket which hangs open over a top that ends at the waist', () => {
    expect(findOldHem(wearing((x) => (x < 95 ? 110 : 72))).top).toBe(110);
  });

  it('slants as most of it does, and is level where it runs in no line', () => {
    expect(findOldHem(wearing((x) => 90 + 0.1 * (x - 100))).slope).toBeCloseTo(0.1, 1);
    expect(findOldHem(wearing((x) => 90 - 0.1 * (x - 100))).slope).toBeCloseTo(-0.1, 1);
    expect(findOldHem(wearing((x) => (x % 20 < 10 ? 80 : 96))).slope).toBe(0);
  });
});
