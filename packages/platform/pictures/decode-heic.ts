import { ProteusError } from '@proteus/contracts/errors.ts';
import libheif, { type HeifChannel } from 'libheif-js/wasm-bundle.js';
import { type DecodedPixels, decodeWithSharp } from './decode-with-sharp.ts';
import { heifHeader } from './headers/heif-header.ts';
import type { PictureLimits } from './limits.ts';
import { writeRgbaTiff } from './write-rgba-tiff.ts';

/**
 * Decodes the primary picture of a HEIC file. Its own rotations and mirrorings are applied; an EXIF
 * orientation is not, as ISO/IEC 23008-12 wants it. Blocks while it decodes.
 *
 * @throws {ProteusError} IMAGE_UNREADABLE or IMAGE_TOO_MANY_PIXELS.
 */
export async function decodeHeic(bytes: Uint8Array, limits: PictureLimits): Promise<DecodedPixels> {
  const pixels = decodeRgba(bytes, limits.maxPixels);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const iccProfile = heifHeader(view)?.iccProfile ?? null;
  if (iccProfile === null) return pixels;
  return decodeWithSharp(writeRgbaTiff(pixels, iccProfile), limits);
}

function decodeRgba(bytes: Uint8Array, maxPixels: number): DecodedPixels {
  const context = libheif.heif_context_alloc();
  try {
    const read = libheif.heif_context_read_from_memory(context, bytes);
    if (read.code !== libheif.heif_error_code.heif_error_Ok) {
      throw new Error('the file cannot be parsed');
    }
    const handle = libheif.heif_js_context_get_primary_image_handle(context);
    const decoded = libheif.heif_js_decode_image2(
      handle,
      libheif.heif_colorspace.heif_colorspace_RGB,
      libheif.heif_chroma.heif_chroma_interleaved_RGBA,
    );
    try {
      const channel = decoded.channels?.find(
        ({ id }) => id === libheif.heif_channel.heif_channel_interleaved,
      );
      if (channel === undefined) throw new Error('the picture cannot be decoded');
      return copyPixels(channel, maxPixels);
    } finally {
      if (decoded.image !== undefined) libheif.heif_image_release(decoded.image);
      libheif.heif_image_handle_release(handle);
    }
  } catch (error) {
    if (error instanceof ProteusError) throw error;
    throw new ProteusError('IMAGE_UNREADABLE', { cause: error });
  } finally {
    libheif.heif_context_free(context);
  }
}

/** Out of the decoder's memory, which it reuses. */
function copyPixels(
  { width, height, stride, data }: HeifChannel,
  maxPixels: number,
): DecodedPixels {
  // A grid of tiles may turn out larger than the header said.
  if (width * height > maxPixels) throw new ProteusError('IMAGE_TOO_MANY_PIXELS');
  const row = width * 4;
  const pixels = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    pixels.set(data.subarray(y * stride, y * stride + row), y * row);
  }
  return { data: pixels, width, height, channels: 4 };
}
