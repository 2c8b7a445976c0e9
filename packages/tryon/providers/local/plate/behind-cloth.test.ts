import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { BEHIND, classifyBehindCloth } from './behind-cloth.ts';

const SIZE = 100;
const at = (x: number, y: number) => y * SIZE + x;

/** A trunk between columns 30 and 70, and at column 80 an arm in a sleeve that ends at column 84. */
describe('what lies behind old cloth', () => {
  const frame = {
    shoulderMiddle: { x: 50, y: 0 },
    shoulderWidth: 40,
    torsoLength: 60,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  const parts = createMask(SIZE, SIZE);
  const trunk = createMask(SIZE, SIZE);
  const removed = createPlane(SIZE, SIZE);
  const lower = createPlane(SIZE, SIZE);
  const capsules = createCapsules({ width: SIZE, height: SIZE });
  const outline = { bare: new Float64Array(25), sleeved: new Uint8Array(25).fill(1) };
  const limbs: LimbCapsules = { ...capsules, outlines: [outline, outline], elbows: [0.5, 0.5] };
  const person = {
    picture: { width: SIZE, height: SIZE },
    parts,
    regions: { lower },
    pose: { personMask: createPlane(SIZE, SIZE) },
    frame,
  } as unknown as PersonAnalysis;
  const classify = () =>
    classifyBehindCloth(person, removed, limbs, trunk, {
      waist: { below: 50, hidden: true },
    }).data;

  beforeEach(() => {
    removed.data.fill(1);
    for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
      const x = pixel % SIZE;
      if (x >= 30 && x < 84) parts.data[pixel] = PART['upper-clothes'];
      if (x >= 30 && x < 70) trunk.data[pixel] = 255;
    }
    drawCapsule(
      limbs,
      { x: 80, y: 0, radius: 8, along: 0.2 },
      { x: 80, y: 99, radius: 8, along: 0.9 },
      1,
    );
  });

  it('is the trunk above the waist, lower clothes below, the arm in its sleeve', () => {
    const kinds = classify();
    expect(kinds[at(50, 30)]).toBe(BEHIND.trunk);
    expect(kinds[at(50, 70)]).toBe(BEHIND.lower);
    expect(kinds[at(80, 40)]).toBe(BEHIND.arm);
  });

  it('is never skin where the old silhouette has ended', () => {
    expect(classify()[at(86, 40)]).toBe(BEHIND.background);
  });

  it("is no skin where an old cuff's edge outside the arm was taken for it", () => {
    parts.data[at(92, 40)] = PART['left-forearm'];
    parts.data[at(86, 40)] = PART['left-forearm'];
    limbs.distance[at(86, 40)] = 1.05;
    const kinds = classify();
    expect(kinds[at(92, 40)]).toBe(BEHIND.background);
    expect(kinds[at(86, 40)]).toBe(BEHIND.arm);
  });

  it('stays lower clothes where the rim lies on those, even beside the trunk or under an arm', () => {
    for (const pixel of [at(80, 90), at(20, 90)]) parts.data[pixel] = PART['lower-clothes'];
    const kinds = classify();
    expect(kinds[at(80, 90)]).toBe(BEHIND.lower);
    expect(kinds[at(20, 90)]).toBe(BEHIND.lower);
  });

  it('is lower clothes where they show through the edge of cloth above them, not beside them or through a hand', () => {
    for (const pixel of [at(50, 34), at(60, 34)]) parts.data[pixel] = PART['lower-clothes'];
    for (const pixel of [at(50, 30), at(59, 34), at(61, 30)]) lower.data[pixel] = 0.4;
    parts.data[at(82, 34)] = PART['lower-clothes'];
    parts.data[at(82, 30)] = PART['left-hand'];
    lower.data[at(82, 30)] = 0.4;
    const kinds = classify();
    expect(kinds[at(82, 30)]).toBe(BEHIND.arm);
    expect(kinds[at(50, 30)]).toBe(BEHIND.lower);
    expect(kinds[at(60, 30)]).toBe(BEHIND.trunk);
    expect(kinds[at(59, 34)]).toBe(BEHIND.trunk);
    expect(kinds[at(61, 30)]).toBe(BEHIND.trunk);
  });
});
