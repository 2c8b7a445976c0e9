import type { Size } from '@proteus/raster/types.ts';

const LOSSY = 0x56_50_38_20;
const LOSSLESS = 0x56_50_38_4c;
const EXTENDED = 0x56_50_38_58;

/** The canvas of an extended file, or the size of the only frame. */
export function webpSize(bytes: DataView): Size | null {
  if (bytes.byteLength < 30) return null;
  switch (bytes.getUint32(12)) {
    case LOSSY:
      if (bytes.getUint8(23) !== 0x9d || bytes.getUint16(24) !== 0x012a) return null;
      return {
        width: bytes.getUint16(26, true) & 0x3fff,
        height: bytes.getUint16(28, true) & 0x3fff,
      };
    case LOSSLESS: {
      if (bytes.getUint8(20) !== 0x2f) return null;
      const packed = bytes.getUint32(21, true);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case EXTENDED:
      return { width: uint24(bytes, 24) + 1, height: uint24(bytes, 27) + 1 };
    default:
      return null;
  }
}

function uint24(bytes: DataView, offset: number): number {
  return bytes.getUint16(offset, true) | (bytes.getUint8(offset + 2) << 16);
}
