import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { evenShoulders } from './even-shoulders.ts';

const SIZE = 240;
const TOP = 90;
const SEAM = 165;
const person = {
  frame: {
    shoulderMiddle: { x: 120, y: 100 },
    shoulderWidth: 100,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  },
} as unknown as PersonAnalysis;

/** A torso with a sleeve from column 165 on, both from row 90 down; a bump on the one and a notch between, or the same further in. */
function evened(at: number, sleeved: boolean) {
  const part = () => ({
    alpha: createPlane(SIZE, SIZE),
    colour: { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3).fill(120) },
  });
  const [torso, sleeve] = [part(), part()];
  for (let y = TOP; y < 200; y++) {
    torso.alpha.data.fill(1, y * SIZE + 60, y * SIZE + SEAM);
    sleeve.alpha.data.fill(1, y * SIZE + SEAM, y * SIZE + 200);
  }
  for (let y = TOP - 2; y < TOP; y++)
    torso.alpha.data.fill(1, y * SIZE + at - 6, y * SIZE + at - 3);
  for (let y = TOP; y < TOP + 3; y++) {
    for (const { alpha } of [torso, sleeve]) alpha.data.fill(0, y * SIZE + at, y * SIZE + at + 2);
  }
  const garment = {
    torso,
    sleeves: { left: null, right: sleeved ? sleeve : null },
  } as unknown as WarpedGarment;
  evenShoulders(garment, person);
  const cover = (x: number, y: number) =>
    Math.max(torso.alpha.data[y * SIZE + x]!, sleeve.alpha.data[y * SIZE + x]!);
  return { bump: cover(at - 5, TOP - 2), notch: cover(at, TOP + 1), cover };
}

describe('the outline over the shoulders’ ends', () => {
  it('has no bumps and notches where a sleeve is sewn on', () => {
    const { bump, notch, cover } = evened(SEAM, true);
    expect(bump).toBeLessThan(0.4);
    expect(notch).toBeGreaterThan(0.7);
    expect(cover(180, TOP + 2)).toBeGreaterThan(0.9);
    expect(cover(180, TOP - 2)).toBe(0);
  });

  it('stays as it is further in, and without sleeves', () => {
    for (const { bump, notch } of [evened(130, true), evened(SEAM, false)]) {
      expect(bump).toBe(1);
      expect(notch).toBe(0);
    }
  });
});
