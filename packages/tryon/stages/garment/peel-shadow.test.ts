import { createPlane } from '@proteus/raster/create-plane.ts';
import type { LabImage } from '@proteus/raster/types.ts';
import { expect, it } from 'vitest';
import type { BackgroundModel } from './background-model.ts';
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

function peel(model: BackgroundModel): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(SIZE.width * SIZE.height);
  for (let i = 0; i < data.length; i++) {
    const x = i % SIZE.width;
    const y = Math.floor(i / SIZE.width);
    if (x >= EDGE - REACH && x < 110 && y > 20 && y < 380) data[i] = 255;
  }
  const mask = { ...SIZE, data };
  peelShadow(mask, createPlane(SIZE.width, SIZE.height, 50).data, model);
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
