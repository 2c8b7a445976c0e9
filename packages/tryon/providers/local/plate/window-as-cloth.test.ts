import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import { createCapsules } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { windowAsCloth } from './window-as-cloth.ts';

const SIZE = 100;
const at = (x: number, y: number) => y * SIZE + x;
const CLOTH = PART['upper-clothes'];

/** Cloth left of column 70, wall right of it, and a box of some part. */
function labelled(
  [left, top, right, bottom]: readonly number[],
  part: number,
  along: number,
): Uint8Array {
  const parts = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const isIn = x >= left! && x < right! && y >= top! && y < bottom!;
      parts.data[at(x, y)] = isIn ? part : x < 70 ? CLOTH : PART.background;
    }
  }
  const limbs = createCapsules({ width: SIZE, height: SIZE });
  limbs.along.fill(along);
  const person = { parts, frame: { shoulderWidth: 100 } } as unknown as NearbyPerson;
  return windowAsCloth(person, limbs as LimbCapsules).parts.data;
}

describe('skin seen through a window of the old top', () => {
  it('is cloth where cloth lies all round it', () => {
    expect(labelled([40, 40, 60, 60], PART['torso-skin'], 0.6)[at(50, 50)]).toBe(CLOTH);
  });

  it('is cloth at a shoulder that is bare towards the wall', () => {
    expect(labelled([50, 40, 70, 60], PART['left-upper-arm'], 0.1)[at(60, 50)]).toBe(CLOTH);
  });

  it('stays an arm further down, a hand, and whatever is too large for a window', () => {
    const arm = PART['left-upper-arm'];
    expect(labelled([50, 40, 70, 60], arm, 0.5)[at(60, 50)]).toBe(arm);
    const hand = PART['left-hand'];
    expect(labelled([40, 40, 60, 60], hand, 0.2)[at(50, 50)]).toBe(hand);
    expect(labelled([20, 20, 60, 60], arm, 0.1)[at(50, 50)]).toBe(arm);
  });

  it('is cloth where it is but a crumb, though it was taken for a hand', () => {
    expect(labelled([66, 40, 70, 44], PART['left-hand'], 1)[at(68, 42)]).toBe(CLOTH);
    expect(labelled([75, 40, 79, 44], PART['left-hand'], 1)[at(77, 42)]).toBe(PART['left-hand']);
  });
});
