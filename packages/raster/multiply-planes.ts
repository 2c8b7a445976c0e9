import { createPlane } from './create-plane.ts';
import { requireSameSize } from './require-same-size.ts';
import type { Plane } from './types.ts';

/**
 * Product of two planes, pixel by pixel.
 *
 * @throws {RangeError} when the sizes differ.
 */
export function multiplyPlanes(a: Plane, b: Plane): Plane {
  requireSameSize(a, b);
  const product = createPlane(a.width, a.height);
  for (let i = 0; i < product.data.length; i++) product.data[i] = a.data[i]! * b.data[i]!;
  return product;
}
