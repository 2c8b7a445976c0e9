import { createPlane } from './create-plane.ts';
import { luma } from './luma.ts';
import { requireSameSize } from './require-same-size.ts';
import { resizePlane } from './resize-plane.ts';
import type { Plane, RgbImage } from './types.ts';

export interface GradientDeviation {
  /** Standard deviation of the map: 0 = equal, larger = worse. */
  readonly deviation: number;
  /** Gradient similarity, 0 to 1, at half size. */
  readonly map: Plane;
}

/** Keeps the ratio steady where both pictures are flat; for luma from 0 to 255. */
const FLOOR = 170;

/**
 * Gradient magnitude similarity deviation of two pictures' luma, edges replicated.
 *
 * @throws {RangeError} when the sizes differ.
 * @see Xue, Zhang, Mou & Bovik 2014, "Gradient Magnitude Similarity Deviation".
 */
export function gmsd(first: RgbImage, second: RgbImage): GradientDeviation {
  requireSameSize(first, second);
  const a = prewitt(halve(luma(first)));
  const b = prewitt(halve(luma(second)));
  const map = createPlane(a.width, a.height);
  let sum = 0;
  for (let i = 0; i < map.data.length; i++) {
    const p = a.data[i]!;
    const q = b.data[i]!;
    const similarity = (2 * p * q + FLOOR) / (p * p + q * q + FLOOR);
    map.data[i] = similarity;
    sum += similarity;
  }
  const mean = sum / map.data.length;
  let squares = 0;
  for (let i = 0; i < map.data.length; i++) squares += (map.data[i]! - mean) ** 2;
  return { deviation: Math.sqrt(squares / Math.max(1, map.data.length - 1)), map };
}

function halve(plane: Plane): Plane {
  return resizePlane(plane, (plane.width + 1) >> 1, (plane.height + 1) >> 1);
}

/** Length of the Prewitt gradient, its masks divided by 3. */
function prewitt({ width, height, data }: Plane): Plane {
  const magnitude = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width;
    const row = y * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? x - 1 : 0;
      const right = x < width - 1 ? x + 1 : x;
      const across =
        data[above + right]! +
        data[row + right]! +
        data[below + right]! -
        (data[above + left]! + data[row + left]! + data[below + left]!);
      const down =
        data[below + left]! +
        data[below + x]! +
        data[below + right]! -
        (data[above + left]! + data[above + x]! + data[above + right]!);
      magnitude.data[row + x] = Math.sqrt(across * across + down * down) / 3;
    }
  }
  return magnitude;
}
