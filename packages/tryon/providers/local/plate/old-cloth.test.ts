import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { partMask } from '../part-mask.ts';
import { measureOldCloth } from './old-cloth.ts';
import { fillFromRegion } from './region-fill.ts';

const SIZE = 120;

/**
 * A red top up to column 60 that the parse sees up to column 50, before a grey wall.
 *
 * @param personTo up to this column lies the person, as the coarse mask has it.
 */
function badlyParsed(personTo = 0): PersonAnalysis {
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3).fill(200) };
  const parts = createMask(SIZE, SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    if (x < 60) picture.data.set([190, 30, 30], pixel * 3);
    if (x < 50) parts.data[pixel] = PART['upper-clothes'];
    // Something on the wall, not of the cloth's colour.
    if (x === 63) picture.data.set([40, 40, 200], pixel * 3);
  }
  const personMask = createPlane(SIZE, SIZE);
  personMask.data.forEach((_, pixel) => {
    if (pixel % SIZE < personTo) personMask.data[pixel] = 1;
  });
  return {
    picture,
    parts,
    regions: { hair: createPlane(SIZE, SIZE) },
    pose: { personMask },
    frame: { shoulderWidth: 160 },
  } as unknown as PersonAnalysis;
}

/** How far cloth is taken away in one row of it, by column. */
function removedIn(person: PersonAnalysis): (x: number) => number {
  const wall = createMask(SIZE, SIZE);
  for (let pixel = 0; pixel < wall.data.length; pixel++) {
    if (pixel % SIZE > 70) wall.data[pixel] = 255;
  }
  const smooth = fillFromRegion(person.picture, wall)!;
  const removed = measureOldCloth(person, { smooth, busyness: null });
  return (x) => removed.data[60 * SIZE + x]!;
}

describe('the old cloth', () => {
  const at = removedIn(badlyParsed());

  it('goes on where the parse has missed some of it', () => {
    expect(at(30)).toBe(1);
    expect(at(58)).toBeGreaterThan(0.9);
  });

  it('leaves the wall and what hangs there', () => {
    expect(at(63)).toBeLessThan(0.1);
    expect(at(66)).toBe(0);
    expect(at(90)).toBe(0);
  });

  it('is not the wall in a gap that the coarse mask has closed', () => {
    const behindGap = removedIn(badlyParsed(70));
    expect(behindGap(58)).toBeGreaterThan(0.9);
    expect(behindGap(65)).toBeLessThan(0.1);
  });
});

describe('the old hem on the lower clothes', () => {
  const person = badlyParsed();
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    if (pixel % SIZE >= 50) person.parts.data[pixel] = PART['lower-clothes'];
  }
  const isTop = (part: number) => part === PART['upper-clothes'];
  const toCloth = distanceTransform(partMask(person.parts, isTop));
  const at = (rim: number, x: number) =>
    measureOldCloth(person, null, PART['upper-clothes'], () => false, {
      reach: rim,
      toCloth,
    }).data[60 * SIZE + x]!;

  it('goes with the shadow that it throws, less and less away from it', () => {
    expect(at(12, 52)).toBe(1);
    expect(at(12, 56)).toBeGreaterThan(at(12, 58));
    expect(at(12, 64)).toBe(0);
  });

  it('stays where no rim is asked for', () => {
    expect(at(0, 54)).toBe(0);
  });
});
