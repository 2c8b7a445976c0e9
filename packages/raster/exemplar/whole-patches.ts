import type { Mask } from '../types.ts';

/** Patches reach this far from their centre: 7 by 7 pixels. */
export const PATCH_REACH = 3;

/**
 * The centres of patches that lie in a mask as a whole: 1 = yes. Patches that run out of the picture do not.
 *
 * @param inside non-zero = in the mask.
 */
export function wholePatches({ width, height, data: inside }: Mask): Uint8Array {
  const rows = new Uint8Array(width * height);
  const whole = new Uint8Array(width * height);
  const size = 2 * PATCH_REACH + 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0, run = 0; x < width; x++) {
      run = inside[y * width + x] !== 0 ? run + 1 : 0;
      if (run >= size) rows[y * width + x - PATCH_REACH] = 1;
    }
  }
  for (let x = 0; x < width; x++) {
    for (let y = 0, run = 0; y < height; y++) {
      run = rows[y * width + x] !== 0 ? run + 1 : 0;
      if (run >= size) whole[(y - PATCH_REACH) * width + x] = 1;
    }
  }
  return whole;
}
