import { createHash } from 'node:crypto';
import type { RgbaImage, RgbImage } from '@proteus/raster/types.ts';

/**
 * SHA-256 of a picture's size and pixels, in hex: the same picture in two files is one picture.
 *
 * @param picture as `decodePicture` gives it.
 */
export function hashPixels({ width, height, data }: RgbImage | RgbaImage): string {
  return createHash('sha256').update(`${width}x${height}:`).update(data).digest('hex');
}
