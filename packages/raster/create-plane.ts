import { requireSize } from './require-size.ts';
import type { Plane } from './types.ts';

/**
 * A new plane with every value set to `fill`.
 *
 * @throws {RangeError} when width or height is not a positive integer.
 */
export function createPlane(width: number, height: number, fill = 0): Plane {
  requireSize(width, height);
  const data = new Float32Array(width * height);
  if (fill !== 0) data.fill(fill);
  return { width, height, data };
}
