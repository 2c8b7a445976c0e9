import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { trimOvershoot } from './trim-overshoot.ts';

const SIZE = 200;

/** A person who fills the picture's left half: shoulders at row 20, hips at row 120. */
function halfPerson(): PersonAnalysis {
  const background = createPlane(SIZE, SIZE, 1);
  for (let y = 0; y < SIZE; y++) background.data.fill(0, y * SIZE, y * SIZE + SIZE / 2);
  const frame = {
    shoulderMiddle: { x: 50, y: 20 },
    hipMiddle: { x: 50, y: 120 },
    shoulderWidth: 100,
    torsoLength: 100,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  return { frame, regions: { background } } as unknown as PersonAnalysis;
}

function fullCloth(): WarpedGarment {
  const colour = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3) };
  return {
    torso: { colour, alpha: createPlane(SIZE, SIZE, 1) },
    innerCollar: createPlane(SIZE, SIZE, 0),
    sleeves: { left: null, right: { colour, alpha: createPlane(SIZE, SIZE, 1) } },
    distortion: { folded: 0, stretch: 1, strain: 1, reshaping: 1 },
  };
}

describe('trimming the overshoot', () => {
  const garment = fullCloth();
  trimOvershoot(garment, halfPerson());
  const at = (x: number, y: number) => garment.torso.alpha.data[y * SIZE + x]!;

  it('leaves cloth on the person and close around', () => {
    expect(at(50, 40)).toBe(1);
    expect(at(101, 40)).toBe(1);
  });

  it('takes off what stands out at the shoulders, with a sharp edge', () => {
    const row = Array.from({ length: 40 }, (_, i) => at(95 + i, 40));
    expect(at(103, 40)).toBe(1);
    expect(at(107, 40)).toBe(0);
    expect(row.filter((alpha) => alpha > 0 && alpha < 1).length).toBeLessThanOrEqual(1);
  });

  it('lets a sleeve come to stand off little by little, without a step', () => {
    const edge = Array.from({ length: 25 }, (_, i) =>
      garment.sleeves
        .right!.alpha.data.subarray((18 + i) * SIZE, (19 + i) * SIZE)
        .reduce((sum, alpha) => sum + alpha, 0),
    );
    for (let i = 1; i < 22; i++) {
      expect(edge[i]! - edge[i - 1]!).toBeGreaterThanOrEqual(0);
      expect(edge[i]! - edge[i - 1]!).toBeLessThan(2);
    }
  });

  it('lets sleeves stand off from below the shoulder on', () => {
    const sleeve = (x: number, y: number) => garment.sleeves.right!.alpha.data[y * SIZE + x]!;
    expect(sleeve(115, 15)).toBe(0);
    expect(sleeve(115, 42)).toBe(1);
  });

  it('lets cloth stand off at the hips', () => {
    expect(at(115, 110)).toBe(1);
  });
});
