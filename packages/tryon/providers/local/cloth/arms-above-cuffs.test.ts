import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { hideAboveCuffs } from './arms-above-cuffs.ts';

const SIZE = 200;

/** What is left of an arm down columns 40 to 80, all of it before the torso, in a sleeve of columns 40 to 70 down to some row. */
function leftOf(cuff: number, part: number = PART.background): (x: number, y: number) => number {
  const limbs = { ...createCapsules({ width: SIZE, height: SIZE }), elbows: [0.5, 0.5] };
  const ends = [
    { x: 60, y: 0, radius: 20, along: 0 },
    { x: 60, y: SIZE, radius: 20, along: 1 },
  ] as const;
  drawCapsule(limbs, ...ends, 0);
  const sleeve = createPlane(SIZE, SIZE);
  const arms = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    if (y < cuff) sleeve.data.fill(1, y * SIZE + 40, y * SIZE + 70);
    arms.data.fill(1, y * SIZE + 40, y * SIZE + 80);
  }
  const parts = createMask(SIZE, SIZE);
  parts.data.fill(part);
  const garment = { sleeves: { left: { alpha: sleeve }, right: null } };
  hideAboveCuffs(
    arms,
    garment as unknown as WarpedGarment,
    limbs as unknown as LimbCapsules,
    parts,
  );
  return (x, y) => arms.data[y * SIZE + x]!;
}

describe('an arm in a short sleeve', () => {
  it('is not seen between the sleeve and the torso, and comes out of the cuff', () => {
    const at = leftOf(60);
    expect(at(76, 40)).toBe(0);
    expect(at(76, 64)).toBe(1);
    expect(at(60, 100)).toBe(1);
  });

  it('keeps a hand that lies there', () => {
    expect(leftOf(60, PART['left-hand'])(76, 40)).toBe(1);
  });

  it('is left as it is in a long sleeve, which other rules end', () => {
    expect(leftOf(160)(76, 40)).toBe(1);
  });
});
