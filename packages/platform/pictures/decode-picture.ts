import { ProteusError } from '@proteus/contracts/errors.ts';
import type { RgbaImage, RgbImage } from '@proteus/raster/types.ts';
import { type DecodedPixels, decodeWithSharp } from './decode-with-sharp.ts';
import { inspectPicture } from './inspect-picture.ts';
import type { PictureLimits } from './limits.ts';

/**
 * Decodes a picture file of any accepted kind to upright 8-bit sRGB; of an animation its first frame.
 * Runs foreign bytes through native code: call it in an engine process only.
 *
 * @returns an RGB image, or an RGBA image when any pixel is not opaque.
 * @throws {ProteusError} IMAGE_* as `inspectPicture` does; IMAGE_UNREADABLE when the file is damaged,
 *   IMAGE_DECODE_LIMIT when decoding takes too long.
 */
export async function decodePicture(
  bytes: Uint8Array,
  limits: PictureLimits,
  signal: AbortSignal,
): Promise<RgbImage | RgbaImage> {
  signal.throwIfAborted();
  const { type } = inspectPicture(bytes, limits);
  const pixels =
    type === 'heic' ? await decodeHeicLazily(bytes, limits) : await decodeWithSharp(bytes, limits);
  signal.throwIfAborted();
  return toRgb(pixels);
}

/** The HEIC decoder is two megabytes of code that most processes never need. */
async function decodeHeicLazily(bytes: Uint8Array, limits: PictureLimits): Promise<DecodedPixels> {
  const { decodeHeic } = await import('./decode-heic.ts');
  return decodeHeic(bytes, limits);
}

function toRgb({ data, width, height, channels }: DecodedPixels): RgbImage | RgbaImage {
  const count = width * height;
  if (data.length !== count * channels) throw new ProteusError('IMAGE_UNREADABLE');
  if (channels === 3 || (channels === 4 && !isOpaque(data))) return { width, height, data };
  const colour = new Uint8Array(count * 3);
  for (let pixel = 0, from = 0, to = 0; pixel < count; pixel++, from += 4, to += 3) {
    colour[to] = data[from]!;
    colour[to + 1] = data[from + 1]!;
    colour[to + 2] = data[from + 2]!;
  }
  return { width, height, data: colour };
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let index = 3; index < rgba.length; index += 4) if (rgba[index] !== 255) return false;
  return true;
}
