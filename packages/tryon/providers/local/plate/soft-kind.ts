import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask } from '@proteus/raster/types.ts';

/** Softness of the boundaries between skin, clothes and background, in pixels. */
export const EDGE_SOFTNESS = 1.1;

/** Share of each pixel that belongs to the wanted kinds, soft at their boundary. */
export function softKind(kinds: Mask, wanted: readonly number[]): Float32Array {
  const { width, height } = kinds;
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    if (wanted.includes(kinds.data[i]!)) data[i] = 1;
  }
  return gaussianBlur({ width, height, data }, EDGE_SOFTNESS).data;
}
