import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { roundCollarTips } from './round-collar-tips.ts';

const SIZE = 200;
const SHOULDERS = 100;
const at = (x: number, y: number) => y * SIZE + x;

/** A person below row 100 in an old collar down to some row, and cloth over it and, from row `top` on, between two columns. */
function dressed(
  from: number,
  to: number,
  top: number,
  { sleeved = false, oldCollarTo = 0 } = {},
): Float32Array {
  const background = createPlane(SIZE, SIZE);
  background.data.fill(1, at(0, oldCollarTo), at(0, SHOULDERS));
  const alpha = createPlane(SIZE, SIZE);
  const sleeve = createPlane(SIZE, SIZE);
  alpha.data.fill(1, at(0, SHOULDERS));
  for (let y = top; y < SHOULDERS; y++) {
    alpha.data.fill(1, at(from, y), at(to, y));
    sleeve.data.fill(sleeved ? 1 : 0, at(to, y), at(to + 40, y));
  }
  const frame = {
    shoulderMiddle: { x: 100, y: SHOULDERS },
    shoulderWidth: 150,
    torsoLength: 150,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  const garment = { torso: { alpha }, sleeves: { left: null, right: { alpha: sleeve } } };
  roundCollarTips(
    garment as unknown as WarpedGarment,
    { frame, regions: { background } } as unknown as PersonAnalysis,
  );
  return alpha.data;
}

describe('a neckline', () => {
  it('has no tip that stands up into the wall', () => {
    const alpha = dressed(60, 65, 85);
    expect(alpha[at(62, 88)]).toBe(0);
    expect(alpha[at(62, SHOULDERS + 4)]).toBe(1);
  });

  it('keeps no part of a tip that lay over an old collar', () => {
    const alpha = dressed(60, 65, 70, { oldCollarTo: 80 });
    for (let y = 70; y < 90; y++) expect(alpha[at(62, y)], `row ${y}`).toBe(0);
  });

  it('keeps a collar that stands up', () => {
    expect(dressed(60, 100, 80)[at(80, 85)]).toBe(1);
  });

  it('keeps cloth beside a puffed sleeve', () => {
    expect(dressed(150, 155, 85, { sleeved: true })[at(152, 90)]).toBeGreaterThan(0.95);
  });
});
