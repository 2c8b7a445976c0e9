import { requireSize } from './require-size.ts';
import type { Mask } from './types.ts';

/**
 * A new mask with every value set to `fill` (0 to 255).
 *
 * @throws {RangeError} when width or height is not a positive integer.
 */
export function createMask(width: number, height: number, fill = 0): Mask {
  requireSize(width, height);
  const data = new Uint8Array(width * height);
  if (fill !== 0) data.fill(fill);
  return { width, height, data };
}
