import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { wantedAtSides } from './wanted-at-sides.ts';

const SIZE = 200;
const HEM = 150;

/** What is wanted of a trunk all over, beside cloth of columns 60 to 139 whose corner ends so many rows above the hem. */
function wantedBeside(corner: number): (x: number, y: number) => number {
  const alpha = createPlane(SIZE, SIZE);
  for (let y = 0; y < HEM; y++) {
    alpha.data.fill(1, y * SIZE + (y < HEM - corner ? 60 : 80), y * SIZE + 140);
  }
  const frame = {
    shoulderMiddle: { x: 100, y: 0 },
    shoulderWidth: 100,
    torsoLength: 100,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  const wanted = wantedAtSides(
    { frame } as unknown as PersonAnalysis,
    createPlane(SIZE, SIZE, 1),
    { torso: { alpha }, sleeves: { left: null, right: null } } as unknown as WarpedGarment,
    { below: HEM, slope: 0 },
  );
  return (x, y) => wanted[y * SIZE + x]!;
}

describe('the sides of a trunk', () => {
  it('are wanted down to the hem, but not on the shoulders', () => {
    const at = wantedBeside(0);
    expect(at(50, HEM - 3)).toBe(1);
    expect(at(50, HEM + 3)).toBe(0);
    expect(at(50, 20)).toBe(0);
  });

  it('end where the corner beside them does', () => {
    const at = wantedBeside(3);
    expect(at(50, HEM - 6)).toBe(1);
    expect(at(50, HEM - 1)).toBe(0);
    expect(at(150, HEM - 3)).toBe(1);
  });

  it('go on below a corner that is cut high', () => {
    expect(wantedBeside(20)(50, HEM - 6)).toBe(1);
  });
});
