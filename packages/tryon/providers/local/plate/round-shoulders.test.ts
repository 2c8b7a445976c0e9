import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import { createCapsules } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { BEHIND } from './behind-cloth.ts';
import { roundShoulders } from './round-shoulders.ts';

const SIZE = 120;
const at = (x: number, y: number) => y * SIZE + x;

/** An arm with a square shoulder at (30, 20) and a notch at row 60, in an old top; `along` it everywhere. */
function rounded(along: number, part: number = PART['upper-clothes'], sleeved = 1): Uint8Array {
  const kinds = createMask(SIZE, SIZE);
  kinds.data.fill(BEHIND.background);
  for (let y = 20; y < SIZE; y++) {
    kinds.data.fill(BEHIND.arm, at(y >= 58 && y < 62 ? 33 : 30, y), at(SIZE, y));
  }
  const parts = createMask(SIZE, SIZE);
  parts.data.fill(part);
  const limbs = createCapsules({ width: SIZE, height: SIZE });
  limbs.along.fill(along);
  limbs.inward.fill(-0.5);
  limbs.distance.fill(0.5);
  const person = { parts, frame: { shoulderWidth: 200 } } as unknown as NearbyPerson;
  const outline = { bare: new Float64Array(25), sleeved: new Uint8Array(25).fill(sleeved) };
  const outlines = [outline, outline] as const;
  roundShoulders(kinds, person, { ...limbs, outlines, elbows: [0.5, 0.5] } as LimbCapsules);
  return kinds.data;
}

describe('the outline of drawn shoulders', () => {
  it('has neither corners nor notches', () => {
    const kinds = rounded(0.1);
    expect(kinds[at(31, 21)]).toBe(BEHIND.background);
    expect(kinds[at(31, 80)]).toBe(BEHIND.arm);
    expect(kinds[at(60, 21)]).toBe(BEHIND.arm);
    expect(kinds[at(32, 60)]).toBe(BEHIND.arm);
  });

  it('grows only over what was the old top', () => {
    expect(rounded(0.1, PART.hair)[at(32, 60)]).toBe(BEHIND.background);
  });

  it('keeps its corners further down the arm, but has no notches as far as the old sleeve went', () => {
    for (const sleeved of [0, 1]) {
      const kinds = rounded(0.5, PART['upper-clothes'], sleeved);
      expect(kinds[at(31, 21)]).toBe(BEHIND.arm);
      expect(kinds[at(32, 60)]).toBe(sleeved ? BEHIND.arm : BEHIND.background);
    }
  });
});
