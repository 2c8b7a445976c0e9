import { createMask } from './create-mask.ts';
import type { Mask } from './types.ts';

/**
 * Resizes by the nearest pixel, so that labels stay labels.
 *
 * @throws {RangeError} when width or height is not a positive integer.
 */
export function resizeMask(mask: Mask, width: number, height: number): Mask {
  const resized = createMask(width, height);
  const columns = Int32Array.from({ length: width }, (_, x) =>
    Math.floor(((x + 0.5) * mask.width) / width),
  );
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * mask.height) / height) * mask.width;
    for (let x = 0; x < width; x++, at++) resized.data[at] = mask.data[row + columns[x]!]!;
  }
  return resized;
}
