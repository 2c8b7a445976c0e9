import { ProteusError } from '@proteus/contracts/errors.ts';
import type { PictureLimits } from './limits.ts';
import type { PictureHeader } from './picture-header.ts';
import { readPictureHeader } from './read-picture-header.ts';

/**
 * Checks a picture file against the limits by its header alone; no pixel is decoded.
 *
 * @throws {ProteusError} IMAGE_MISSING, IMAGE_FILE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED,
 *   IMAGE_UNREADABLE, IMAGE_TOO_MANY_PIXELS or IMAGE_TOO_SMALL.
 */
export function inspectPicture(
  bytes: Uint8Array,
  { maxBytes, maxPixels, minSide }: PictureLimits,
): PictureHeader {
  if (bytes.length === 0) throw new ProteusError('IMAGE_MISSING');
  if (bytes.length > maxBytes) {
    throw new ProteusError('IMAGE_FILE_TOO_LARGE', {
      message: `The picture file has ${bytes.length} bytes; at most ${maxBytes} are accepted.`,
    });
  }
  const header = readPictureHeader(bytes);
  const { width, height } = header;
  if (width * height > maxPixels) {
    throw new ProteusError('IMAGE_TOO_MANY_PIXELS', {
      message: `The picture has ${width} × ${height} pixels; at most ${maxPixels} in all are accepted.`,
    });
  }
  if (Math.min(width, height) < minSide) {
    throw new ProteusError('IMAGE_TOO_SMALL', {
      message: `The picture has ${width} × ${height} pixels; its shorter side must have at least ${minSide}.`,
    });
  }
  return header;
}
