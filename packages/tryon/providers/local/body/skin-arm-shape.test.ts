import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { ArmJoints } from '../../../stages/warp/body/body-side.ts';
import { bareRadius, measureArmShape } from './skin-arm-shape.ts';

const WIDTH = 400;
const CUFF = 250;
const BONE = 200;

/** An arm straight down column 200 from row 100 to 500, with the edges of its skin below row 250. */
function armWith(left: (y: number) => number, right: (y: number) => number) {
  const parts = createMask(WIDTH, 600);
  const personMask = createPlane(WIDTH, 600);
  for (let y = 60; y < 540; y++) {
    const sleeve = y < CUFF;
    const [from, to] = sleeve ? [BONE - 90, BONE + 90] : [left(y), right(y)];
    for (let x = Math.round(from); x < to; x++) {
      parts.data[y * WIDTH + x] = sleeve ? PART['upper-clothes'] : PART['left-forearm'];
      personMask.data[y * WIDTH + x] = 1;
    }
  }
  return stationsOf(parts, personMask).filter(({ y }) => y > CUFF - 25 && y < CUFF);
}

/** Both edges of the straight arm's stations. */
function stationsOf(parts: Mask, personMask: Plane) {
  const frame = { shoulderWidth: 300, torsoLength: 400 };
  const person = { parts, pose: { personMask }, frame } as unknown as PersonAnalysis;
  const joint = (y: number) => ({ x: BONE, y });
  const joints: ArmJoints = {
    shoulder: joint(100),
    elbow: joint(300),
    wrist: joint(500),
    knuckles: joint(520),
    upperLength: 200,
    lowerLength: 200,
  };
  return measureArmShape(person, joints).map(({ x, y, radius }) => ({
    y,
    left: x - radius,
    right: x + radius,
  }));
}

describe('an arm under a sleeve', () => {
  it('goes on from what is seen below the cuff as that leans', () => {
    const lean = (y: number) => 0.2 * (y - CUFF);
    const sections = armWith(
      (y) => BONE - 36 - lean(y),
      (y) => BONE + 36 - lean(y),
    );
    expect(sections.length).toBeGreaterThan(0);
    for (const { y, left, right } of sections) {
      expect(Math.abs((left + right) / 2 - (BONE - lean(y)))).toBeLessThan(3);
    }
  });

  it('is as strong as its bare part, when both edges of that are before the backdrop', () => {
    const sections = armWith(
      () => BONE - 58,
      () => BONE + 58,
    );
    expect(sections.length).toBeGreaterThan(0);
    for (const { left, right } of sections) expect(right - left).toBeGreaterThan(108);
  });
});

describe('a bare arm half hidden behind a top', () => {
  /** An arm before the wall, of that half width below row 300; above, a top hides all from a little beyond its bone. */
  function armBesideTop(halfWidth: number) {
    const parts = createMask(WIDTH, 600);
    const personMask = createPlane(WIDTH, 600);
    for (let y = 60; y < 540; y++) {
      for (let x = BONE - halfWidth; x < WIDTH; x++) {
        const isTop = y < 300 && x >= BONE + 4;
        if (!isTop && x >= BONE + halfWidth) break;
        parts.data[y * WIDTH + x] = PART[isTop ? 'upper-clothes' : 'left-forearm'];
        personMask.data[y * WIDTH + x] = 1;
      }
    }
    return stationsOf(parts, personMask).filter(({ y }) => y > 200 && y < 270);
  }

  it.each([24, 36])('is as wide as where it is whole: %i pixels to its middle', (halfWidth) => {
    for (const { left, right } of armBesideTop(halfWidth)) {
      expect(Math.abs(left - (BONE - halfWidth))).toBeLessThan(3);
      expect(Math.abs(right - left - 2 * halfWidth)).toBeLessThan(0.3 * 2 * halfWidth);
    }
  });
});

describe('an arm of which a strip is seen beside a top', () => {
  /** Below the cuff a top hides all but the skin from column `from` to `to`. */
  function armBehindTop(from: number, to: number) {
    const parts = createMask(WIDTH, 600);
    const personMask = createPlane(WIDTH, 600);
    for (let y = 60; y < 540; y++) {
      const end = y < CUFF ? BONE + 90 : to;
      for (let x = BONE - 90; x < end; x++) {
        const isSkin = y >= CUFF && x >= from;
        parts.data[y * WIDTH + x] = PART[isSkin ? 'left-forearm' : 'upper-clothes'];
        personMask.data[y * WIDTH + x] = 1;
      }
    }
    return stationsOf(parts, personMask).filter(({ y }) => y > CUFF && y < 310);
  }

  it.each([26, 38])('is drawn to the very edge that is seen: %i pixels from the bone', (to) => {
    const sections = armBehindTop(BONE + 14, BONE + to);
    expect(sections.length).toBeGreaterThan(1);
    for (const { right } of sections) {
      expect(Math.abs(right - (BONE + to))).toBeLessThan(1);
    }
  });
});

describe('bareRadius', () => {
  it('tapers from the shoulder to the wrist', () => {
    expect(bareRadius(0, 0.5)).toBeCloseTo(0.13);
    expect(bareRadius(1, 0.5)).toBeCloseTo(0.066);
    expect(bareRadius(0.3, 0.5)).toBeGreaterThan(bareRadius(0.8, 0.5));
  });

  it('has its elbow where the bones meet', () => {
    expect(bareRadius(0.6, 0.6)).toBeCloseTo(bareRadius(0.5, 0.5));
    expect(bareRadius(0.4, 0.4)).toBeCloseTo(bareRadius(0.5, 0.5));
  });

  it('runs on evenly beyond its ends', () => {
    expect(bareRadius(-0.2, 0.5)).toBe(bareRadius(0, 0.5));
    expect(bareRadius(1.3, 0.5)).toBe(bareRadius(1, 0.5));
  });
});
