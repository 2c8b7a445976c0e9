import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { partMask } from '../part-mask.ts';
import { passIntoArms } from './bare-arm-rim.ts';

const SIZE = 200;
const at = (x: number, y: number) => y * SIZE + x;

/**
 * An arm of radius 20 down column 100, in a sleeve down to row 60; old cloth hangs from a column on, towards
 * the body's middle at the right.
 */
function passed(part: number, sleevedTo: number, initial: number, clothFrom = 120): Float32Array {
  const parts = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 70; x < 120; x++) {
      if (y < 60 && sleevedTo > 0) parts.data[at(x, y)] = PART['upper-clothes'];
      else if (x >= 80) parts.data[at(x, y)] = part;
    }
    for (let x = clothFrom; x < 180; x++) parts.data[at(x, y)] = PART['upper-clothes'];
  }
  const outline = { bare: new Float64Array(25).fill(20), sleeved: new Uint8Array(25) };
  outline.sleeved.fill(1, 0, sleevedTo);
  const limbs: LimbCapsules = {
    ...createCapsules({ width: SIZE, height: SIZE }),
    outlines: [outline, outline],
    elbows: [0.5, 0.5],
  };
  drawCapsule(
    limbs,
    { x: 100, y: 0, radius: 20, along: 0 },
    { x: 100, y: 199, radius: 20, along: 1 },
    0,
  );
  const removed = createPlane(SIZE, SIZE);
  removed.data.fill(initial);
  const toCloth = distanceTransform(partMask(parts, (own) => own === PART['upper-clothes']));
  const landmarks = Array.from({ length: 33 }, () => ({ x: 100, y: 60 }));
  const person = {
    parts,
    pose: { landmarks },
    frame: { shoulderWidth: 200 },
  } as unknown as PersonAnalysis;
  passIntoArms(removed, person, limbs, toCloth);
  return removed.data;
}

describe('the rim of an arm beside old cloth', () => {
  it('passes slowly into the own skin below a cuff, so that no seam shows', () => {
    const removed = passed(PART['left-forearm'], 8, 0);
    expect(removed[at(90, 62)]).toBe(1);
    expect(removed[at(90, 70)]).toBeGreaterThan(0.2);
    expect(removed[at(90, 70)]).toBeLessThan(0.8);
    expect(removed[at(90, 80)]).toBe(0);
  });

  it('is drawn anew in a narrow strip where the arm was bare', () => {
    const removed = passed(PART['left-forearm'], 0, 1);
    expect(removed[at(118, 150)]).toBe(1);
    expect(removed[at(111, 150)]).toBe(0);
  });

  it('passes slowly into the own skin where cloth lay across the arm', () => {
    const removed = passed(PART['left-forearm'], 0, 0, 105);
    expect(removed[at(100, 150)]).toBe(1);
    expect(removed[at(94, 150)]).toBeGreaterThan(0.2);
    expect(removed[at(94, 150)]).toBeLessThan(0.8);
    expect(removed[at(86, 150)]).toBe(0);
  });

  it('passes slowly into the hand below a cuff at the wrist, and not into fingers beside the top', () => {
    const removed = passed(PART['left-hand'], 25, 0);
    expect(removed[at(90, 62)]).toBe(1);
    expect(removed[at(90, 70)]).toBeGreaterThan(0.2);
    expect(removed[at(90, 70)]).toBeLessThan(0.8);
    expect(removed[at(112, 150)]).toBe(0);
  });

  it('leaves fingers nearly as they are', () => {
    const removed = passed(PART['left-hand'], 0, 1);
    expect(removed[at(119, 150)]).toBeGreaterThan(0.5);
    expect(removed[at(116, 150)]).toBe(0);
  });
});
