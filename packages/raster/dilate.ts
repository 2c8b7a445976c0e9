import { createMask } from './create-mask.ts';
import { columnDistance } from './distance-transform.ts';
import type { Mask } from './types.ts';

/**
 * Grows the set pixels by a disc: a pixel is set when a set one lies within `radius` of it
 * (Euclidean, inclusive). The time does not depend on the radius.
 *
 * @param radius pixels, need not be whole; 0 copies.
 * @returns 255 inside, 0 outside.
 * @throws {RangeError} when the radius is negative or not a number.
 */
export function dilate(mask: Mask, radius: number): Mask {
  if (!(radius >= 0)) throw new RangeError(`A radius cannot be ${radius}.`);
  const { width, height } = mask;
  const dilated = createMask(width, height);
  const limit = Math.min(Math.floor(radius), height) + 1;
  const down = columnDistance(mask, limit);
  // How far a column whose nearest set pixel is d rows away reaches along this row; -1: nowhere.
  const reach = Int32Array.from({ length: limit + 1 }, (_, d) =>
    d < limit ? Math.floor(Math.sqrt(Math.min(radius * radius - d * d, width * width))) : -1,
  );
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0, end = -1; x < width; x++) {
      end = Math.max(end, x + reach[down[row + x]!]!);
      if (x <= end) dilated.data[row + x] = 255;
    }
    for (let x = width - 1, end = width; x >= 0; x--) {
      end = Math.min(end, x - reach[down[row + x]!]!);
      if (x >= end) dilated.data[row + x] = 255;
    }
  }
  return dilated;
}
