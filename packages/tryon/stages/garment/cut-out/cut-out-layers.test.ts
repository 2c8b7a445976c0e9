import { createPlane } from '@proteus/raster/create-plane.ts';
import { expect, it } from 'vitest';
import type { GarmentAnalysis } from '../../../garment-analysis.ts';
import { cutOutLayers, LAYER, LAYER_COUNT } from './cut-out-layers.ts';

const SIZE = { width: 40, height: 40 };

it('keeps what lay before a worn garment out of its rim, and the photo’s own pixels in it', () => {
  const isGarment = (x: number, y: number) => x >= 10 && x < 30 && y >= 10 && y < 30;
  const isHair = (x: number, y: number) => x < 20 && isGarment(x, y);
  const photo = { ...SIZE, data: new Uint8Array(3 * SIZE.width * SIZE.height).fill(240) };
  const picture = { ...SIZE, data: photo.data.slice() };
  const alpha = createPlane(SIZE.width, SIZE.height);
  for (let y = 0, i = 0; y < SIZE.height; y++) {
    for (let x = 0; x < SIZE.width; x++, i++) {
      if (!isGarment(x, y)) continue;
      alpha.data[i] = 1;
      picture.data.fill(120, 3 * i, 3 * i + 3);
      photo.data.fill(isHair(x, y) ? 20 : 120, 3 * i, 3 * i + 3);
    }
  }
  const garment = { alpha, sheer: null, colour: picture, picture } as GarmentAnalysis;
  const { window, data } = cutOutLayers(photo, garment)!;
  const replaced = (x: number, y: number) =>
    data[((y - window.y) * window.width + x - window.x) * LAYER_COUNT + LAYER.replaced];
  for (const x of [10, 13, 17]) expect(replaced(x, 20)).toBe(1);
  for (const x of [22, 26, 29]) expect(replaced(x, 20)).toBe(0);
});
