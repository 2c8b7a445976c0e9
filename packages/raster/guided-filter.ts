import { boxBlur } from './box-blur.ts';
import { createPlane } from './create-plane.ts';
import { multiplyPlanes } from './multiply-planes.ts';
import { requireSameSize } from './require-same-size.ts';
import type { Plane } from './types.ts';

/**
 * Smooths `input` while keeping the edges that `guide` has: in each window the result is a linear
 * function of the guide.
 *
 * @param radius of the windows in whole pixels.
 * @param epsilon variance of the guide (its units squared) below which a window counts as flat.
 * @throws {RangeError} when the sizes differ or the radius is not a whole number.
 * @see He, Sun & Tang 2013, "Guided Image Filtering".
 */
export function guidedFilter(guide: Plane, input: Plane, radius: number, epsilon: number): Plane {
  requireSameSize(guide, input);
  const { width, height } = guide;
  const meanGuide = boxBlur(guide, radius);
  const meanInput = boxBlur(input, radius);
  const meanSquare = boxBlur(multiplyPlanes(guide, guide), radius);
  const meanProduct = boxBlur(multiplyPlanes(guide, input), radius);
  const slope = createPlane(width, height);
  const offset = createPlane(width, height);
  for (let i = 0; i < slope.data.length; i++) {
    const centre = meanGuide.data[i]!;
    const variance = Math.max(0, meanSquare.data[i]! - centre * centre);
    const covariance = meanProduct.data[i]! - centre * meanInput.data[i]!;
    const spread = variance + epsilon;
    slope.data[i] = spread > 0 ? covariance / spread : 0;
    offset.data[i] = meanInput.data[i]! - slope.data[i]! * centre;
  }
  const meanSlope = boxBlur(slope, radius);
  const filtered = boxBlur(offset, radius);
  for (let i = 0; i < filtered.data.length; i++) {
    filtered.data[i]! += meanSlope.data[i]! * guide.data[i]!;
  }
  return filtered;
}
