import { blurMask } from '@proteus/raster/blur-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { partMask } from '../part-mask.ts';

/** Softness of the boundaries between skin, clothes and background, in pixels. */
export const EDGE_SOFTNESS = 0.8;

/** Share of each pixel that belongs to the wanted kinds, soft at their boundary. */
export function softKind(kinds: Mask, wanted: readonly number[]): Float32Array {
  return blurMask(
    partMask(kinds, (kind) => wanted.includes(kind)),
    EDGE_SOFTNESS,
  ).data;
}
