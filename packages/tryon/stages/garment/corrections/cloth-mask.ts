import type { Mask } from '@proteus/raster/types.ts';

/** Everything that belongs to a garment, whatever part it is of. */
export function clothMask({ width, height, data }: Mask): Mask {
  return { width, height, data: data.map((part) => (part === 0 ? 0 : 255)) };
}
