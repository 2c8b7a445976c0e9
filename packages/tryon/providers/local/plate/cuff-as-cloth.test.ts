import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { cuffAsCloth } from './cuff-as-cloth.ts';
import { distanceFromTop } from './distance-from-top.ts';

const SIZE = 100;
const at = (x: number, y: number) => y * SIZE + x;
const SKIN = [70, 14, 18] as const;

type Coloured = readonly [pixel: number, colour: readonly number[]];

/** An arm down column 50 in a sleeve to row 40, with colours of its own at some places. */
function partsOf(
  sleevedTo: number,
  colours: readonly Coloured[],
  skin: number = PART['left-upper-arm'],
): Uint8Array {
  const parts = createMask(SIZE, SIZE);
  const lab = new Float32Array(SIZE * SIZE * 3);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    parts.data[pixel] = pixel < at(0, 40) ? PART['upper-clothes'] : skin;
    lab.set(SKIN, pixel * 3);
  }
  for (const [pixel, colour] of colours) lab.set(colour, pixel * 3);
  const outline = { bare: new Float64Array(25), sleeved: new Uint8Array(25) };
  outline.sleeved.fill(1, 0, sleevedTo);
  const limbs: LimbCapsules = {
    ...createCapsules({ width: SIZE, height: SIZE }),
    outlines: [outline, outline],
    elbows: [0.5, 0.5],
  };
  const [from, to] = [0, 99].map((y) => ({ x: 50, y, radius: 40, along: y / 99 }));
  drawCapsule(limbs, from!, to!, 1);
  const person = {
    parts,
    lab: { width: SIZE, height: SIZE, data: lab },
    skinTone: SKIN,
    frame: { shoulderWidth: 100 },
  } as unknown as NearbyPerson;
  return cuffAsCloth(person, limbs, distanceFromTop(person)).parts.data;
}

/** A square of a colour, three pixels wide, round a place. */
function patch(x: number, y: number, colour: readonly number[]): readonly Coloured[] {
  const steps = [-1, 0, 1];
  return steps.flatMap((down) => steps.map((aside): Coloured => [at(x + aside, y + down), colour]));
}

const DARK = [20, 8, 5];
const WHITE = [95, 0, 0];

describe('the end of an old sleeve', () => {
  it('is cloth where it is too dark, or of a colour, that skin cannot be', () => {
    const parts = partsOf(11, [...patch(40, 42, DARK), ...patch(60, 42, WHITE)]);
    expect(parts[at(40, 42)]).toBe(PART['upper-clothes']);
    expect(parts[at(60, 42)]).toBe(PART['upper-clothes']);
    expect(parts[at(50, 42)]).toBe(PART['left-upper-arm']);
  });

  it('is cloth over a hand too where its frill hangs, not where shadows lie between fingers', () => {
    const colours = [...patch(50, 44, DARK), ...patch(50, 50, DARK)];
    const parts = partsOf(15, colours, PART['left-hand']);
    expect(parts[at(50, 44)]).toBe(PART['upper-clothes']);
    expect(parts[at(50, 50)]).toBe(PART['left-hand']);
  });

  it('leaves what lies further down the arm, and arms that no sleeve covered', () => {
    expect(partsOf(11, patch(40, 70, DARK))[at(40, 70)]).toBe(PART['left-upper-arm']);
    expect(partsOf(0, patch(40, 42, DARK))[at(40, 42)]).toBe(PART['left-upper-arm']);
  });

  it('leaves the dark line of an arm’s own edge', () => {
    const line = Array.from({ length: 12 }, (_, i): Coloured => [at(40, 40 + i), DARK]);
    expect(partsOf(11, line)[at(40, 44)]).toBe(PART['left-upper-arm']);
  });

  it('is cloth where its corner sticks out of the arm in the colour of skin', () => {
    const parts = partsOf(11, []);
    expect(parts[at(94, 43)]).toBe(PART['upper-clothes']);
    expect(parts[at(85, 43)]).toBe(PART['left-upper-arm']);
    expect(parts[at(94, 50)]).toBe(PART['left-upper-arm']);
  });
});
