import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { armsInFront } from './occlusion.ts';

const SIZE = 40;
const PIXELS = SIZE * SIZE;

/** All of the picture is skin before a trunk that fills it, at the forearm of the picture's left. */
function hiddenWith(wristDepth: number, kind: number = BEHIND.untouched): number {
  const landmarks = Array.from({ length: 33 }, () => ({ x: -50, y: -50, z: 0, visibility: 1 }));
  landmarks[LANDMARK['right-wrist']] = { x: -50, y: -50, z: wristDepth, visibility: 1 };
  const mask = (value: number) => ({
    width: SIZE,
    height: SIZE,
    data: new Uint8Array(PIXELS).fill(value),
  });
  const person = {
    picture: { width: SIZE, height: SIZE },
    parts: mask(PART['right-forearm']),
    regions: { skin: createPlane(SIZE, SIZE, 1) },
    pose: { landmarks },
    frame: {
      shoulderMiddle: { x: 20, y: 0 },
      shoulderWidth: 20,
      torsoLength: 40,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
  const plane = (value: number) => new Float32Array(PIXELS).fill(value);
  const sleeved = { bare: new Float64Array(25), sleeved: new Uint8Array(25) };
  const limbs = {
    distance: plane(0.5),
    along: plane(0.8),
    inward: plane(0),
    side: new Uint8Array(PIXELS),
    elbows: [0.5, 0.5],
    outlines: [sleeved, sleeved],
  } as unknown as LimbCapsules;
  const removed = createPlane(SIZE, SIZE, kind === BEHIND.untouched ? 0 : 1);
  const plate = { kinds: mask(kind), removed } as unknown as CleanPlate;
  const front = armsInFront(person, limbs, mask(255), plate, { left: 0, right: 0 });
  return front.data[20 * SIZE + 20]!;
}

describe('arms in front of the garment', () => {
  it('keeps the skin of a forearm that lies before the trunk', () => {
    expect(hiddenWith(-0.5)).toBe(1);
  });

  it('hides nothing where the plate shows something else: a fold was taken for skin', () => {
    expect(hiddenWith(-0.5, BEHIND.trunk)).toBe(0);
    expect(hiddenWith(-0.5, BEHIND.arm)).toBe(1);
  });

  it('lets the garment cover skin where the arm is held behind the trunk', () => {
    expect(hiddenWith(0.5)).toBeCloseTo(0, 5);
  });
});
