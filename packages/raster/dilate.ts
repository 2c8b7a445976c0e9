import { createMask } from './create-mask.ts';
import { writeDiscReach } from './disc-reach.ts';
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
  const dilated = createMask(mask.width, mask.height);
  writeDiscReach(mask, 'set', radius, dilated.data, 255);
  return dilated;
}
