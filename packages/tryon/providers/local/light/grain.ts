import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import type { RandomSource } from '../../../seeded-random.ts';

const STRONGEST = 6;

/**
 * Standard deviation of the photo's own noise in 8-bit steps, from the median absolute response
 * of a Laplacian that ignores edges and ramps.
 *
 * @param where non-zero where the noise may be measured.
 * @see Immerkær 1996, "Fast Noise Variance Estimation".
 */
export function measureGrain(photo: RgbImage, where: Mask): number {
  const { width, height, data } = photo;
  const counts = new Uint32Array(256);
  let total = 0;
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1; x < width - 1; x += 2) {
      const pixel = y * width + x;
      if (where.data[pixel] === 0) continue;
      const at = pixel * 3 + 1;
      const row = width * 3;
      const response =
        data[at - row - 3]! +
        data[at - row + 3]! +
        data[at + row - 3]! +
        data[at + row + 3]! -
        2 * (data[at - row]! + data[at + row]! + data[at - 3]! + data[at + 3]!) +
        4 * data[at]!;
      counts[Math.min(255, Math.abs(response))]!++;
      total++;
    }
  }
  let seen = 0;
  let middle = 0;
  while (middle < 255 && seen + counts[middle]! < total / 2) seen += counts[middle++]!;
  // 1.4826 turns a median absolute deviation into a deviation; the mask's own norm is 6.
  return Math.min(STRONGEST, ((middle + 0.5) * 1.4826) / 6);
}

/** A plane of normally distributed noise with the given deviation, a little softened as sensors' is. */
export function createGrain(
  width: number,
  height: number,
  deviation: number,
  random: RandomSource,
): Plane {
  const white = new Float32Array(width * height);
  for (let i = 0; i < white.length; i++) {
    white[i] = (random() + random() + random() - 1.5) * 2 * deviation;
  }
  return { width, height, data: white };
}
