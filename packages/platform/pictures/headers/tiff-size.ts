import type { Size } from '@proteus/raster/types.ts';

const WIDTH = 256;
const HEIGHT = 257;
const SHORT = 3;
const LONG = 4;

/** The size in the first directory, which is the picture that gets decoded. */
export function tiffSize(bytes: DataView): Size | null {
  const little = bytes.getUint8(0) === 0x49;
  const directory = bytes.getUint32(4, little);
  if (directory + 2 > bytes.byteLength) return null;
  const count = bytes.getUint16(directory, little);
  let width = 0;
  let height = 0;
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > bytes.byteLength) return null;
    const tag = bytes.getUint16(entry, little);
    if (tag !== WIDTH && tag !== HEIGHT) continue;
    const type = bytes.getUint16(entry + 2, little);
    if (type !== SHORT && type !== LONG) return null;
    const value =
      type === SHORT ? bytes.getUint16(entry + 8, little) : bytes.getUint32(entry + 8, little);
    if (tag === WIDTH) width = value;
    else height = value;
  }
  return { width, height };
}
