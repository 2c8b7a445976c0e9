import { hashPixels } from '../hashing/hash-pixels.ts';
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
  /** See `hashPixels`. */
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
