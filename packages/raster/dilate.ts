import { discReach } from './disc-reach.ts';
import type { Mask } from './types.ts';

/**
 * Grows the set pixels by a disc: a pixel is set when a set one lies within `radius` of it
 * (Euclidean, inclusive).
 *
 * @param radius pixels, need not be whole; 0 copies.
 * @returns 255 inside, 0 outside.
 * @throws {RangeError} when the radius is negative or not a number.
 */
export function dilate(mask: Mask, radius: number): Mask {
  return discReach(mask, 'set', radius);
}
