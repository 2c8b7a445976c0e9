import { convolveSeparable } from './convolve-separable.ts';
import { createPlane } from './create-plane.ts';
import { gaussianKernel } from './gaussian-kernel.ts';
import { luma } from './luma.ts';
import { multiplyPlanes } from './multiply-planes.ts';
import { requireSameSize } from './require-same-size.ts';
import type { Plane, RgbImage } from './types.ts';

export interface Similarity {
  /** Over all windows that lie wholly inside (over all pixels where none does); 1 = equal. */
  readonly mean: number;
  /** Similarity around each pixel, -1 to 1; the pictures are continued by their edges. */
  readonly map: Plane;
}

/** The window: 11 by 11 pixels, sigma 1.5. */
const RADIUS = 5;
const WINDOW = gaussianKernel(1.5, RADIUS);
const LUMINANCE_FLOOR = (0.01 * 255) ** 2;
const CONTRAST_FLOOR = (0.03 * 255) ** 2;

/**
 * Structural similarity of two pictures' luma, at full size.
 *
 * @throws {RangeError} when the sizes differ.
 * @see Wang, Bovik, Sheikh & Simoncelli 2004, "Image Quality Assessment: From Error Visibility to
 *   Structural Similarity".
 */
export function ssim(first: RgbImage, second: RgbImage): Similarity {
  requireSameSize(first, second);
  const a = luma(first);
  const b = luma(second);
  const meanA = convolveSeparable(a, WINDOW).data;
  const meanB = convolveSeparable(b, WINDOW).data;
  const squareA = convolveSeparable(multiplyPlanes(a, a), WINDOW).data;
  const squareB = convolveSeparable(multiplyPlanes(b, b), WINDOW).data;
  const mixed = convolveSeparable(multiplyPlanes(a, b), WINDOW).data;
  const map = createPlane(first.width, first.height);
  for (let i = 0; i < map.data.length; i++) {
    const means = meanA[i]! * meanB[i]!;
    const energy = meanA[i]! * meanA[i]! + meanB[i]! * meanB[i]!;
    const covariance = mixed[i]! - means;
    const variances = squareA[i]! + squareB[i]! - energy;
    map.data[i] =
      ((2 * means + LUMINANCE_FLOOR) * (2 * covariance + CONTRAST_FLOOR)) /
      ((energy + LUMINANCE_FLOOR) * (variances + CONTRAST_FLOOR));
  }
  return { mean: meanInside(map), map };
}

function meanInside({ width, height, data }: Plane): number {
  const marginX = width > 2 * RADIUS ? RADIUS : 0;
  const marginY = height > 2 * RADIUS ? RADIUS : 0;
  let sum = 0;
  for (let y = marginY; y < height - marginY; y++) {
    for (let x = marginX; x < width - marginX; x++) sum += data[y * width + x]!;
  }
  return sum / ((width - 2 * marginX) * (height - 2 * marginY));
}
