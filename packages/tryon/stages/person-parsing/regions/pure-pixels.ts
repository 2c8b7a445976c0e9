import type { Size } from '@proteus/raster/types.ts';

const REACH = 2;

/**
 * Finds the pixels with nothing but their own label around them.
 *
 * @returns 1 where the five by five pixels around (as far as they lie inside) all have one label.
 */
export function purePixels(labels: Uint8Array, { width, height }: Size): Uint8Array {
  const alongRow = new Uint8Array(labels.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const label = labels[i]!;
      const from = i - Math.min(REACH, x);
      const to = i + Math.min(REACH, width - 1 - x);
      let at = from;
      while (at <= to && labels[at] === label) at++;
      if (at > to) alongRow[i] = 1;
    }
  }
  const pure = new Uint8Array(labels.length);
  for (let y = 0, i = 0; y < height; y++) {
    const above = Math.min(REACH, y) * width;
    const below = Math.min(REACH, height - 1 - y) * width;
    for (let x = 0; x < width; x++, i++) {
      const label = labels[i]!;
      const to = i + below;
      let at = i - above;
      while (at <= to && alongRow[at] === 1 && labels[at] === label) at += width;
      if (at > to) pure[i] = 1;
    }
  }
  return pure;
}
