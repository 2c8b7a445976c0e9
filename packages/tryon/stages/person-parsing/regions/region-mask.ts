import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask, Size } from '@proteus/raster/types.ts';

/** 255 where a label map has one region. */
export function regionMask(labels: Uint8Array, { width, height }: Size, region: number): Mask {
  const mask = createMask(width, height);
  for (let i = 0; i < labels.length; i++) if (labels[i] === region) mask.data[i] = 255;
  return mask;
}
