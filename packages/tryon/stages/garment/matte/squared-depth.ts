import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { invertMask } from '@proteus/raster/invert-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';

/** Squared distance in pixels² of every pixel of a mask from what is not in it; 0 outside. */
export function squaredDepth(mask: Mask): Float32Array {
  return distanceTransform(invertMask(mask));
}
