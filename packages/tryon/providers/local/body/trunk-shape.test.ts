import { PART } from '@proteus/contracts/person-parts.ts';
import { POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { measureTrunkShape } from './trunk-shape.ts';

const SIZE = 200;
const MIDDLE = 100;
const SHOULDERS = 30;
const WIDTH = 80;
const LENGTH = 100;

/** A top of straight sides down to `hem`, and trousers of their own half width from there. */
function inLooseTop(topHalf: number, hem: number, lowerHalf: number | null): PersonAnalysis {
  const parts = createMask(SIZE, SIZE);
  for (let y = SHOULDERS; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const side = Math.abs(x - MIDDLE);
      if (y < hem && side <= topHalf) parts.data[y * SIZE + x] = PART['upper-clothes'];
      else if (y >= hem && lowerHalf !== null && side <= lowerHalf) {
        parts.data[y * SIZE + x] = PART['lower-clothes'];
      }
    }
  }
  // Both arms are raised, well away from the trunk.
  const landmarks = POSE_LANDMARKS.map((name) => ({
    x: name.startsWith('left') ? MIDDLE + 95 : MIDDLE - 95,
    y: 0,
    z: 0,
    visibility: 1,
    presence: 1,
  }));
  return {
    parts,
    pose: { personMask: createPlane(SIZE, SIZE), landmarks },
    frame: {
      shoulderMiddle: { x: MIDDLE, y: SHOULDERS },
      hipMiddle: { x: MIDDLE, y: SHOULDERS + LENGTH },
      shoulderWidth: WIDTH,
      torsoLength: LENGTH,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
}

describe('the bare trunk', () => {
  const loose = measureTrunkShape(inLooseTop(45, SHOULDERS + 105, 38));

  it('tapers to a waist under a top with straight sides', () => {
    for (const side of ['left', 'right'] as const) {
      const waist = loose.halfWidth(side, 0.62);
      expect(waist).toBeLessThan(loose.halfWidth(side, 0.38) - 1);
      expect(waist).toBeLessThan(loose.halfWidth(side, 1) - 2);
    }
  });

  it('is as wide as the lower clothes where those begin', () => {
    expect(loose.halfWidth('left', 1.04)).toBeCloseTo(38, -0.3);
    expect(loose.halfWidth('right', 1.04)).toBeCloseTo(38, -0.3);
  });

  it('is never wider than a close top above the hips', () => {
    const close = measureTrunkShape(inLooseTop(36, SHOULDERS + 80, 44));
    expect(close.halfWidth('left', 0.6)).toBeLessThanOrEqual(36);
  });

  it('follows its clothes where no lower ones are seen', () => {
    const unknown = measureTrunkShape(inLooseTop(40, SHOULDERS + 105, null));
    expect(unknown.halfWidth('left', 0.9)).toBeCloseTo(40 * 0.95, -0.3);
  });

  it('is no slimmer than its clothes where hands hide how far the hips reach', () => {
    const person = inLooseTop(45, SHOULDERS + 105, 38);
    for (let y = SHOULDERS + 105; y < SIZE; y++) {
      person.parts.data.fill(PART['left-hand'], y * SIZE + MIDDLE + 25, y * SIZE + MIDDLE + 42);
    }
    const hidden = measureTrunkShape(person);
    expect(hidden.halfWidth('right', 1)).toBeGreaterThan(40);
    expect(hidden.halfWidth('left', 1)).toBeCloseTo(loose.halfWidth('left', 1));
  });
});
