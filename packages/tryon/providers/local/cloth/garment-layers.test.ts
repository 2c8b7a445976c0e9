import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { createCapsules } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { shadeBesideSleeves } from './garment-layers.ts';

const SIZE = 60;
const at = (x: number, y: number) => y * SIZE + x;

/** Even light on a torso before which a sleeve hangs from column 40 on; so much of it lies behind the torso. */
function lit(behind: number): Float32Array {
  const alpha = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) alpha.data.fill(1, at(40, y), at(SIZE, y));
  const limbs = createCapsules({ width: SIZE, height: SIZE });
  limbs.along.fill(0.6);
  const garment = { sleeves: { left: null, right: { alpha } } } as unknown as WarpedGarment;
  const over = { left: null, right: createPlane(SIZE, SIZE, behind) };
  const shade = createPlane(SIZE, SIZE, 1);
  return shadeBesideSleeves(shade, garment, limbs as LimbCapsules, over, 200).data;
}

describe('the light on a torso', () => {
  it('is less beside a sleeve that hangs before it', () => {
    const light = lit(0);
    expect(light[at(38, 30)]).toBeLessThan(0.95);
    expect(light[at(5, 30)]).toBeCloseTo(1, 3);
  });

  it('is not less where the sleeve lies behind it', () => {
    expect(lit(1)[at(38, 30)]).toBe(1);
  });
});
