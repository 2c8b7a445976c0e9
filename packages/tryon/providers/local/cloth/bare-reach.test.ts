import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { bareReach } from './bare-reach.ts';

const SIZE = 100;
const STATIONS = 25;

/** An arm down the picture's middle, 40 pixels wide, in a sleeve for its first quarter. */
function shortSleevedArm(): LimbCapsules {
  const limbs = createCapsules({ width: SIZE, height: SIZE });
  const end = { x: 50, radius: 20 };
  drawCapsule(limbs, { ...end, y: 0, along: 0 }, { ...end, y: SIZE, along: 1 }, 0);
  const outline = {
    bare: new Float64Array(STATIONS),
    sleeved: Uint8Array.from({ length: STATIONS }, (_, i) => (i < STATIONS / 4 ? 1 : 0)),
  };
  return { ...limbs, outlines: [outline, outline], elbows: [0.5, 0.5] } as unknown as LimbCapsules;
}

/**
 * Below the sleeve the arm is seen from its outer edge up to a column; the rest is under the torso's cloth.
 *
 * @param cuff row where the sleeve truly ends.
 * @param slant rows that it ends further down for each column inwards.
 */
function reachWhenSeenTo(column: number, cuff = SIZE / 4, slant = 0): number {
  const parts = createMask(SIZE, SIZE);
  for (let pixel = 0; pixel < parts.data.length; pixel++) {
    const [x, y] = [pixel % SIZE, Math.floor(pixel / SIZE)];
    const isBare = y > cuff + slant * Math.max(0, x - 40) && x < column;
    parts.data[pixel] = PART[isBare ? 'right-upper-arm' : 'upper-clothes'];
  }
  return bareReach({ parts } as unknown as PersonAnalysis, shortSleevedArm(), 0);
}

describe('how much of a bare arm is seen', () => {
  it('is all of an arm beside the torso', () => {
    expect(reachWhenSeenTo(80)).toBe(1);
  });

  it('ends where the torso’s cloth begins', () => {
    expect(reachWhenSeenTo(62)).toBeCloseTo(0.6, 1);
    expect(reachWhenSeenTo(45)).toBeCloseTo(-0.25, 1);
  });

  it('is measured below a sleeve that is longer than it was taken for', () => {
    expect(reachWhenSeenTo(80, 0.33 * SIZE)).toBe(1);
    expect(reachWhenSeenTo(62, 0.33 * SIZE)).toBeCloseTo(0.6, 1);
  });

  it('is all of it below a cuff that slants down towards the torso', () => {
    expect(reachWhenSeenTo(80, SIZE / 4, 0.2)).toBeGreaterThan(0.95);
  });

  it('is nothing of an arm that hangs behind the torso', () => {
    expect(reachWhenSeenTo(33)).toBe(-1);
  });
});
