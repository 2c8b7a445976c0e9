import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import type { PictureLimits } from '../limits.ts';

/** Limits for tests: small pictures are fine, a megapixel is the most. */
export const testLimits: PictureLimits = {
  maxBytes: 2_000_000,
  maxPixels: 1_000_000,
  minSide: 16,
  decodeTimeMs: 10_000,
};

export const width = 48;
export const height = 32;

/** Four quarters: red, green / blue, grey. No two of its eight orientations look alike. */
export function quarters(): Uint8Array {
  const colours = [
    [220, 30, 30],
    [30, 200, 40],
    [30, 40, 210],
    [128, 128, 128],
  ];
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const quarter = (x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2);
      data.set(colours[quarter]!, (y * width + x) * 3);
    }
  }
  return data;
}

/** The quarters as the beginning of an encoder. */
export function picture(): Sharp {
  return sharp(quarters(), { raw: { width, height, channels: 3 } });
}

/** A chunk of a PNG file. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A PNG file with a chunk put behind its header. */
export function withPngChunk(png: Uint8Array, type: string, data: Uint8Array): Buffer {
  const afterHeader = 33;
  return Buffer.concat([
    png.subarray(0, afterHeader),
    pngChunk(type, data),
    png.subarray(afterHeader),
  ]);
}

/** A JPEG file with an EXIF segment that holds nothing but an orientation. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Buffer {
  const exif = Buffer.alloc(36);
  exif.writeUInt16BE(0xffe1, 0);
  exif.writeUInt16BE(exif.length - 2, 2);
  exif.write('Exif\0\0MM\0*', 4, 'latin1');
  exif.writeUInt32BE(8, 14);
  exif.writeUInt16BE(1, 18);
  exif.writeUInt16BE(0x0112, 20);
  exif.writeUInt16BE(3, 22);
  exif.writeUInt32BE(1, 24);
  exif.writeUInt16BE(orientation, 28);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}
