import { PART, type PersonPart } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { waistbandHalfWidth } from './waistband-width.ts';

const SIZE = 200;
const WAIST = 100;

/** Trousers from row `WAIST` on, 60 pixels to both sides of column 100; what lies right of them. */
function wearing(beside: PersonPart, besideFrom = 160): PersonAnalysis {
  const parts = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const isTrousers = y >= WAIST && x >= 40 && x < besideFrom;
      const isBeside = x >= besideFrom && x < 180;
      const part = isTrousers ? 'lower-clothes' : isBeside ? beside : 'background';
      parts.data[y * SIZE + x] = PART[part];
    }
  }
  return {
    parts,
    frame: {
      shoulderMiddle: { x: 100, y: 0 },
      shoulderWidth: 120,
      torsoLength: 110,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
}

describe('the waistband’s half width', () => {
  it('is how far the lower clothes reach, before the wall and beside a sleeve', () => {
    expect(waistbandHalfWidth(wearing('background'), 'left', WAIST)).toBe(61);
    expect(waistbandHalfWidth(wearing('upper-clothes', 150), 'right', WAIST)).toBe(50);
  });

  it('is not known behind a hand, nor where no waistband is', () => {
    expect(waistbandHalfWidth(wearing('left-hand', 130), 'right', WAIST)).toBeNull();
    expect(waistbandHalfWidth(wearing('background'), 'right', 50)).toBeNull();
  });
});
