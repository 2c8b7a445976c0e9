import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import { createCapsules } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { skinInLight } from '../skin/skin-line.ts';
import { beyondSlitAsCloth } from './beyond-slit.ts';
import { distanceFromTop } from './distance-from-top.ts';
import { measureTones } from './limb-tones.ts';

const SIZE = 80;
const ARM = PART['right-forearm'];
const TONE = [75, 12, 15] as const;
const PALE = [74, 4, 3] as const;
const SLIT = skinInLight(TONE, 15);

/** An arm that hangs down, or lies level. */
function armCapsules(hangs: boolean): LimbCapsules {
  const outline = { bare: new Float64Array(25).fill(50), sleeved: new Uint8Array(25) };
  const limbs = createCapsules({ width: SIZE, height: SIZE });
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    limbs.inward[pixel] = (hangs ? x : (pixel - x) / SIZE) / 50;
  }
  return { ...limbs, outlines: [outline, outline], elbows: [0.5, 0.5] };
}

/** An arm up to column 50, the old top from there on, and the colours of the last columns that were taken for arm. */
function told(
  last: readonly (readonly number[])[],
  part: number = ARM,
  hangs = true,
  rows = SIZE,
): Uint8Array {
  const parts = createMask(SIZE, SIZE);
  const lab = new Float32Array(SIZE * SIZE * 3);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    parts.data[pixel] = x < 50 ? part : PART['upper-clothes'];
    const isIn = Math.abs((pixel - x) / SIZE - 40) < rows / 2;
    const colour = x >= 50 ? PALE : ((isIn ? last[x - (50 - last.length)] : undefined) ?? TONE);
    lab.set(colour, pixel * 3);
  }
  const person = {
    parts,
    lab: { width: SIZE, height: SIZE, data: lab },
    frame: { shoulderWidth: 250 },
  } as unknown as NearbyPerson;
  const { parts: after } = beyondSlitAsCloth(
    person,
    armCapsules(hangs),
    distanceFromTop(person),
    measureTones(person),
  );
  return after.data.slice(40 * SIZE, 41 * SIZE);
}

describe('what the parse has for an arm beyond a dark line', () => {
  it('is the old top, and so is the line', () => {
    const row = told([SLIT, SLIT, PALE, PALE, PALE, PALE]);
    expect(row[49]).toBe(PART['upper-clothes']);
    expect(row[46]).toBe(PART['upper-clothes']);
    expect(row[43]).toBe(ARM);
  });

  it('is the arm where it has its tone: a crease, a bracelet', () => {
    expect(told([SLIT, SLIT, TONE, TONE, TONE, TONE])[48]).toBe(ARM);
  });

  it('is the arm without such a line, and where that is far from the top', () => {
    expect(told([PALE, PALE, PALE])[48]).toBe(ARM);
    expect(told([SLIT, ...Array.from({ length: 20 }, () => PALE)])[48]).toBe(ARM);
  });

  it('is the arm where the line is short, or beyond a cuff: a bracelet', () => {
    expect(told([SLIT, SLIT, PALE, PALE, PALE, PALE], ARM, false)[48]).toBe(ARM);
    expect(told([SLIT, SLIT, PALE, PALE, PALE, PALE], ARM, true, 16)[48]).toBe(ARM);
  });

  it("is a hand's where it is a hand: there are dark lines between fingers", () => {
    const hand = PART['right-hand'];
    expect(told([SLIT, SLIT, PALE, PALE, PALE], hand)[48]).toBe(hand);
  });
});
