import type { Size } from '@proteus/raster/types.ts';

/** The size of the screen on which the frames are drawn. */
export function gifSize(bytes: DataView): Size | null {
  if (bytes.byteLength < 13) return null;
  return { width: bytes.getUint16(6, true), height: bytes.getUint16(8, true) };
}
