import { createPlane } from './create-plane.ts';
import { resample } from './resample.ts';
import type { Plane } from './types.ts';

/**
 * Resizes by the exact area average along an axis that shrinks and by Catmull–Rom interpolation
 * along one that grows; the latter may overshoot sharp edges a little.
 *
 * @throws {RangeError} when width or height is not a positive integer.
 */
export function resizePlane(plane: Plane, width: number, height: number): Plane {
  const resized = createPlane(width, height);
  if (width === plane.width && height === plane.height) resized.data.set(plane.data);
  else resample(plane.data, plane, resized.data, resized, 1);
  return resized;
}
