import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { wantedOnArm } from './wanted-on-arm.ts';

const SIZE = 120;
const ELBOW = 100;
const RADIUS = 20;
const MIDDLE = 60;

/** An arm that hangs down the picture's middle with a hand below row 100, in a sleeve that is too narrow to its right. */
function wanted(endAt: (x: number) => number, reach: number) {
  const limbs = {
    ...createCapsules({ width: SIZE, height: SIZE }),
    outlines: [0, 1].map(() => ({ bare: new Float64Array(25), sleeved: new Uint8Array(25) })),
    elbows: [0.5, 0.5],
  } as unknown as LimbCapsules;
  const wrist = { x: MIDDLE, y: ELBOW, radius: RADIUS, along: 1 };
  drawCapsule(limbs, { x: MIDDLE, y: 0, radius: RADIUS, along: 0 }, wrist, 0);
  drawCapsule(limbs, wrist, { ...wrist, y: SIZE }, 0);
  const sleeve = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = MIDDLE - RADIUS; x < MIDDLE + 8; x++) {
      if (y < endAt(x)) sleeve.data[y * SIZE + x] = 1;
    }
  }
  const person = {
    parts: createMask(SIZE, SIZE),
    regions: {
      background: createPlane(SIZE, SIZE),
      lower: createPlane(SIZE, SIZE),
      skin: createPlane(SIZE, SIZE),
    },
    pose: { personMask: createPlane(SIZE, SIZE, 1) },
  } as unknown as PersonAnalysis;
  const garment = {
    torso: { alpha: createPlane(SIZE, SIZE) },
    innerCollar: createPlane(SIZE, SIZE),
  } as unknown as WarpedGarment;
  const data = wantedOnArm(person, limbs, garment, sleeve, 0, reach);
  return (x: number, y: number) => data[y * SIZE + x]!;
}

describe('what a sleeve should cover', () => {
  it('ends in the line of its own cuff, however that slants', () => {
    for (const slant of [0, 0.3, -0.3]) {
      const endAt = (x: number) => 50 + slant * (x - MIDDLE);
      const at = wanted(endAt, 0.5);
      const x = MIDDLE + 15;
      expect(at(x, Math.round(endAt(x)) - 3)).toBe(1);
      expect(at(x, Math.round(endAt(x)) + 3)).toBe(0);
    }
  });

  it('hardly hangs out below the corners of a bowed cuff', () => {
    const endAt = (x: number) => 50 - 0.02 * (x - MIDDLE) ** 2;
    const at = wanted(endAt, 0.5);
    const x = MIDDLE + 15;
    expect(at(x, Math.round(endAt(x)) - 5)).toBe(1);
    for (let y = Math.round(endAt(x)) + 4; y < SIZE; y++) expect(at(x, y)).toBe(0);
  });

  it('is no hand that comes out of a long sleeve', () => {
    const at = wanted(() => ELBOW + 2, 1);
    expect(at(MIDDLE + 15, 80)).toBe(1);
    for (let y = ELBOW; y < SIZE; y++) expect(at(MIDDLE + 12, y)).toBe(0);
  });
});
