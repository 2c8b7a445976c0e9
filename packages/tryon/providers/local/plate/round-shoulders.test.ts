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
function rounded(along: number, part: number = PART['upper-clothes']): Uint8Array {
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
  roundShoulders(kinds, person, limbs as LimbCapsules);
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

  it('stays as it is further down the arm', () => {
    const kinds = rounded(0.5);
    expect(kinds[at(31, 21)]).toBe(BEHIND.arm);
    expect(kinds[at(32, 60)]).toBe(BEHIND.background);
  });
});
