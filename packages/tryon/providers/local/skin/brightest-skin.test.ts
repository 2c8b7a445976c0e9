import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { expect, it } from 'vitest';
import type { NearbyPerson } from '../crop-person.ts';
import { measureBrightestSkin } from './brightest-skin.ts';

const SIZE = 64;

/** A face above skin that is seen, of one lightness each, with a glint on the nose. */
function seen(face: number, skin: number, rows: number) {
  const parts = createMask(SIZE, SIZE);
  const known = createMask(SIZE, SIZE);
  const lab = new Float32Array(SIZE * SIZE * 3);
  const middle = (rows / 2) * SIZE;
  parts.data.fill(PART.face, 0, middle);
  known.data.fill(255, middle, rows * SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) lab[pixel * 3] = pixel < middle ? face : skin;
  for (let pixel = 0; pixel < 20; pixel++) lab[pixel * 3] = 99;
  const person = { parts, lab: { width: SIZE, height: SIZE, data: lab } } as NearbyPerson;
  return measureBrightestSkin(person, known);
}

it('is what the brighter of face and body has, but for a glint', () => {
  expect(seen(82, 70, 40)).toBe(82);
  expect(seen(64, 71.5, 40)).toBe(71.5);
});

it('is anything where hardly any skin is seen', () => {
  expect(seen(82, 70, 4)).toBe(100);
});
