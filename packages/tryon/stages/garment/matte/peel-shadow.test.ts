import { createPlane } from '@proteus/raster/create-plane.ts';
import type { LabImage } from '@proteus/raster/types.ts';
import { expect, it } from 'vitest';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { peelShadow } from './peel-shadow.ts';

const SIZE = { width: 120, height: 400 };
/** The garment begins here; its shadow so many pixels to the left of it. */
const EDGE = 60;
const REACH = 12;

/** ΔE from white at a pixel, all of it in lightness. */
function measure(darkness: (x: number, y: number) => number): BackgroundModel {
  const pixels = SIZE.width * SIZE.height;
  const lab: LabImage = { ...SIZE, data: new Float32Array(3 * pixels) };
  const photo: LabImage = { ...SIZE, data: new Float32Array(3 * pixels) };
  const difference = createPlane(SIZE.width, SIZE.height);
  for (let i = 0; i < pixels; i++) {
    const value = darkness(i % SIZE.width, Math.floor(i / SIZE.width));
    lab.data[3 * i] = 100;
    photo.data[3 * i] = 100 - value;
    difference.data[i] = value;
  }
  return { window: { x: 0, y: 0, ...SIZE }, photo, lab, difference, noise: 0, plainness: 1 };
}

function peel(
  model: BackgroundModel,
  isDistinct: (x: number, y: number) => boolean = () => true,
  reach = REACH,
): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(SIZE.width * SIZE.height);
  for (let i = 0; i < data.length; i++) {
    const x = i % SIZE.width;
    const y = Math.floor(i / SIZE.width);
    if (x >= EDGE - reach && x < 110 && y > 20 && y < 380) data[i] = 255;
  }
  const mask = { ...SIZE, data };
  const distinct = {
    ...SIZE,
    data: data.map((value, i) => {
      const x = i % SIZE.width;
      return isDistinct(x, (i - x) / SIZE.width) ? value : 0;
    }),
  };
  peelShadow(mask, distinct, createPlane(SIZE.width, SIZE.height, 50).data, model);
  return mask;
}

const shadow = (x: number) => Math.max(0, 14 - (EDGE - x));

it('peels a soft shadow off the strong edge that casts it', () => {
  const mask = peel(measure((x) => (x < EDGE ? shadow(x) : 50)));
  const row = 200 * SIZE.width;
  expect(mask.data[row + EDGE - 2]).toBe(0);
  expect(mask.data[row + EDGE - REACH]).toBe(0);
  expect(mask.data[row + EDGE]).toBe(255);
});

it('leaves pale cloth that grows darker where nothing strong follows, though elsewhere it does', () => {
  // Above, a shadow beside dark cloth; far below, the fold of a pale sleeve.
  const mask = peel(measure((x, y) => (x < EDGE ? shadow(x) : y < 200 ? 50 : 16)));
  expect(mask.data[80 * SIZE.width + EDGE - 2]).toBe(0);
  expect(mask.data[320 * SIZE.width + EDGE - 2]).toBe(255);
});

it('peels a shadow off cloth whose edge is no stronger than the cloth elsewhere is dark', () => {
  // Cloth at 25 where the strongest nearby, a dark seam, is at 50.
  const mask = peel(measure((x) => (x < EDGE ? shadow(x) * 0.7 : 25)));
  expect(mask.data[200 * SIZE.width + EDGE - REACH]).toBe(0);
  expect(mask.data[200 * SIZE.width + EDGE]).toBe(255);
});

it('peels the even shadow in a cleft that the outline has closed, from where it fades', () => {
  const evenShadow = measure((x) => (x < EDGE ? 3.2 : 50));
  const bottom = 200 * SIZE.width + EDGE - 2;
  const closed = peel(evenShadow, () => true, 30);
  expect(closed.data[bottom]).toBe(255);
  const fading = peel(evenShadow, (x) => x !== EDGE - 10, 30);
  expect(fading.data[bottom]).toBe(0);
});
