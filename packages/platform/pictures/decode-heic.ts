import { ProteusError } from '@proteus/contracts/errors.ts';
import createLibheif, {
  type HeifChannel,
  type Libheif,
} from 'libheif-js/libheif-wasm/libheif-bundle.js';
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

const silent = { print: () => {}, printErr: () => {} };

function decodeRgba(bytes: Uint8Array, maxPixels: number): DecodedPixels {
  // A new one each time, thrown away whole: its memory never shrinks, and an abort leaves it unusable.
  const libheif = createLibheif(silent);
  const channel = findPixels(libheif, bytes);
  if (channel === null) throw new ProteusError('IMAGE_UNREADABLE');
  return copyPixels(channel, maxPixels);
}

function findPixels(libheif: Libheif, bytes: Uint8Array): HeifChannel | null {
  const { heif_error_code, heif_colorspace, heif_chroma, heif_channel } = libheif;
  try {
    const context = libheif.heif_context_alloc();
    const { code } = libheif.heif_context_read_from_memory(context, bytes);
    if (code !== heif_error_code.heif_error_Ok) return null;
    const { channels = [] } = libheif.heif_js_decode_image2(
      libheif.heif_js_context_get_primary_image_handle(context),
      heif_colorspace.heif_colorspace_RGB,
      heif_chroma.heif_chroma_interleaved_RGBA,
    );
    return channels.find(({ id }) => id === heif_channel.heif_channel_interleaved) ?? null;
  } catch (error) {
    throw new ProteusError('IMAGE_UNREADABLE', { cause: error });
  }
}

/** Out of the decoder's memory, without the padding of its rows. */
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
