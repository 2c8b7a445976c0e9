import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Length of a PNG's signature, and of what stands round a chunk's data. */
const SIGNATURE = 8;
const CHUNK_FRAME = 12;

/** The palette of a PNG, three bytes an entry. @throws {UsageError} when it has none. */
function readPalette(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = SIGNATURE; at + CHUNK_FRAME <= png.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (type === 'PLTE') return png.subarray(at + 8, at + 8 + length);
    at += length + CHUNK_FRAME;
  }
  throw new UsageError('Labels must be a PNG with a palette, its indices being the labels.');
}

/**
 * Restores the palette's indices, which decoders turn into colours. Of entries with one colour the
 * first counts.
 *
 * @param png the file.
 * @param decoded its pixels.
 * @throws {UsageError} when the file has no palette.
 */
export function paletteLabels(png: Uint8Array, decoded: RgbImage): Mask {
  const palette = readPalette(png);
  const labels = new Map<number, number>();
  for (let entry = palette.length / 3 - 1; entry >= 0; entry--) {
    const [r, g, b] = palette.subarray(entry * 3, entry * 3 + 3);
    labels.set((r! << 16) | (g! << 8) | b!, entry);
  }
  const { width, height, data } = decoded;
  const mask = createMask(width, height);
  for (let i = 0; i < mask.data.length; i++) {
    const colour = (data[i * 3]! << 16) | (data[i * 3 + 1]! << 8) | data[i * 3 + 2]!;
    mask.data[i] = labels.get(colour) ?? 0;
  }
  return mask;
}
