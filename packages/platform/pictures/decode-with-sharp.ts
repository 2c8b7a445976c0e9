import { ProteusError } from '@proteus/contracts/errors.ts';
import sharp from 'sharp';
import type { PictureLimits } from './limits.ts';

/** Interleaved 8-bit sRGB, upright. */
export interface DecodedPixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

// Of libvips' many decoders only those of the accepted kinds may ever see foreign bytes.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
    'VipsForeignLoadTiff',
    'VipsForeignLoadNsgif',
  ],
});
// Every picture is decoded once: a cache would only hold memory.
sharp.cache(false);

/**
 * Decodes a JPEG, PNG, WebP, AVIF, TIFF or GIF file, applying its orientation and colour profile.
 *
 * @throws {ProteusError} IMAGE_UNREADABLE, IMAGE_TOO_MANY_PIXELS or IMAGE_DECODE_LIMIT.
 */
export async function decodeWithSharp(
  bytes: Uint8Array,
  { maxPixels, decodeTimeMs }: Pick<PictureLimits, 'maxPixels' | 'decodeTimeMs'>,
): Promise<DecodedPixels> {
  try {
    const { data, info } = await sharp(bytes, {
      limitInputPixels: maxPixels,
      failOn: 'warning',
      sequentialRead: true,
      pages: 1,
    })
      .timeout({ seconds: Math.ceil(decodeTimeMs / 1000) })
      .autoOrient()
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    if (channels !== 3 && channels !== 4) throw new Error(`${channels} channels`);
    // A Buffer's `slice` shares its memory where a Uint8Array's copies: hand out the latter.
    const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return { data: pixels, width, height, channels };
  } catch (error) {
    throw new ProteusError(codeOf(error), { cause: error });
  }
}

function codeOf(error: unknown) {
  const message = error instanceof Error ? error.message : '';
  if (/exceeds pixel limit/i.test(message)) return 'IMAGE_TOO_MANY_PIXELS';
  if (/timeout/i.test(message)) return 'IMAGE_DECODE_LIMIT';
  return 'IMAGE_UNREADABLE';
}
