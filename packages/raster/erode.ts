import { discReach } from './disc-reach.ts';
import type { Mask } from './types.ts';

/**
 * Shrinks the set pixels by a disc: a pixel stays when no unset one lies within `radius` of it.
 * What lies beyond the picture's border is unknown and erodes nothing.
 *
 * @param radius pixels, need not be whole.
 * @returns 255 inside, 0 outside.
 * @throws {RangeError} when the radius is negative or not a number.
 */
export function erode(mask: Mask, radius: number): Mask {
  return discReach(mask, 'unset', radius);
}
