import type { Size } from '@proteus/raster/types.ts';

const IHDR = 0x49_48_44_52;

/** The size in the first chunk, which must be the header. */
export function pngSize(bytes: DataView): Size | null {
  if (bytes.byteLength < 33 || bytes.getUint32(8) !== 13 || bytes.getUint32(12) !== IHDR) {
    return null;
  }
  return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
}
