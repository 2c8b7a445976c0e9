import { PERSON_PARTS } from '@proteus/contracts/person-parts.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';

/** One distinct colour per person part, in the order of `PERSON_PARTS`. */
export const PART_COLOURS: readonly (readonly [number, number, number])[] = [
  [0, 0, 0],
  [128, 0, 0],
  [255, 170, 130],
  [255, 120, 90],
  [240, 90, 120],
  [90, 200, 255],
  [0, 150, 220],
  [120, 230, 200],
  [0, 180, 150],
  [200, 255, 120],
  [140, 210, 30],
  [255, 200, 0],
  [60, 80, 220],
  [170, 110, 255],
  [120, 50, 210],
  [200, 200, 200],
  [140, 140, 140],
];

/** Draws a parse map in its parts' colours. */
export function drawParts(parts: Mask): RgbImage {
  const { width, height, data } = parts;
  const drawn = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < data.length; pixel++) {
    const part = data[pixel]!;
    drawn.set(PART_COLOURS[part < PERSON_PARTS.length ? part : 0]!, pixel * 3);
  }
  return { width, height, data: drawn };
}
