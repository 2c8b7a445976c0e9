import { requireSize } from './require-size.ts';
import { resample } from './resample.ts';
import type { RgbImage } from './types.ts';

/**
 * Resizes by the exact area average along an axis that shrinks and by Catmull–Rom interpolation
 * along one that grows. Works on the encoded values: gamma is left alone.
 *
 * @throws {RangeError} when width or height is not a positive integer.
 */
export function resizeRgb(image: RgbImage, width: number, height: number): RgbImage {
  requireSize(width, height);
  if (width === image.width && height === image.height) {
    return { width, height, data: image.data.slice() };
  }
  const rounded = new Uint8ClampedArray(width * height * 3);
  resample(image.data, image, rounded, { width, height }, 3);
  return { width, height, data: new Uint8Array(rounded.buffer) };
}
