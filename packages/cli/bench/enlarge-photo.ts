import { decodePicture } from '@proteus/platform/pictures/decode-picture.ts';
import { encodePicture } from '@proteus/platform/pictures/encode-picture.ts';
import type { PictureLimits } from '@proteus/platform/pictures/limits.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';

/** Good enough not to be told from the original. */
const JPEG_QUALITY = 95;

/** The same photo with so many million pixels, as a JPEG file. */
export async function enlargePhoto(
  file: Uint8Array,
  megapixels: number,
  limits: PictureLimits,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { width, height, data } = await decodePicture(file, limits, signal);
  const scale = Math.sqrt((megapixels * 1e6) / (width * height));
  const enlarged = resizeRgb(
    { width, height, data },
    Math.round(width * scale),
    Math.round(height * scale),
  );
  return (await encodePicture(enlarged, { format: 'jpeg', quality: JPEG_QUALITY })).bytes;
}
