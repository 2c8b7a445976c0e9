import { createHash } from 'node:crypto';
import type { RgbaImage, RgbImage } from '@proteus/raster/types.ts';
import { decodePicture } from './decode-picture.ts';
import { encodePicture } from './encode-picture.ts';
import type { PictureLimits } from './limits.ts';

/** A picture that is safe to keep. */
export interface NormalisedPicture {
  /** A PNG file without any metadata. */
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  /** Of size and pixels, in hex: the same picture in two files is one picture. */
  readonly sha256: string;
}

/**
 * Makes a foreign picture file into one of our own: decoded, upright, 8-bit sRGB, no metadata.
 *
 * @throws {ProteusError} IMAGE_*, as `decodePicture` does.
 */
export async function normalisePicture(
  bytes: Uint8Array,
  limits: PictureLimits,
  signal: AbortSignal,
): Promise<NormalisedPicture> {
  const picture = await decodePicture(bytes, limits, signal);
  const { width, height } = picture;
  const sha256 = hashPixels(picture);
  const png = await encodePicture(picture, { format: 'png' });
  return { bytes: png.bytes, contentType: png.contentType, width, height, sha256 };
}

function hashPixels({ width, height, data }: RgbImage | RgbaImage): string {
  return createHash('sha256').update(`${width}x${height}:`).update(data).digest('hex');
}
