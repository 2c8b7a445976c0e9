import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import type { Mask } from '@proteus/raster/types.ts';

const compress = promisify(deflate);
const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const BIT_DEPTH = 8;
const INDEXED = 3;

/**
 * Writes a label map as an indexed PNG: a pixel's value is its label, the palette makes it visible.
 * Our own writer, because encoders that make palettes of colours choose the values themselves.
 *
 * @param labels one byte a pixel, below the palette's length.
 * @param palette up to 256 colours, each 0 to 255.
 * @throws {RangeError} when a label has no colour.
 * @see ISO/IEC 15948:2004, "Portable Network Graphics (PNG)".
 */
export async function encodeIndexedPng(
  labels: Mask,
  palette: readonly (readonly [number, number, number])[],
): Promise<Uint8Array> {
  const { width, height, data } = labels;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BIT_DEPTH, INDEXED], 8);
  // Every row begins with its filter; labels pack best without one.
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const label = data[y * width + x]!;
      if (label >= palette.length) throw new RangeError(`label ${label} has no colour`);
      rows[y * (width + 1) + 1 + x] = label;
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', await compress(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(content.length + 12);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(content, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length);
  return bytes;
}
