import { createMask } from '@proteus/raster/create-mask.ts';
import { fillHoles } from '@proteus/raster/fill-holes.ts';
import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { WarpedLower } from '../../../stages/warp/lower/warp-lower.ts';
import type { Capsules } from '../body/capsules.ts';

/** The hem slants a little: so far above it, in leg lengths, a leg may be seen beside the cloth. */
const SLANT = 0.03;

/**
 * Where a bare leg may come to light under trousers, shorts or a skirt: below the hem, and through
 * holes in the cloth. Beside the cloth there is no leg, however slim the garment is cut.
 *
 * @param hem where the garment ends along the legs.
 * @returns 255 where a leg may be seen.
 */
export function legsInSight(garment: WarpedLower, legs: Capsules, hem: number): Mask {
  const { width, height } = legs;
  const sight = createMask(width, height);
  for (const part of [garment.seat, garment.legs.left, garment.legs.right]) {
    if (part === null) continue;
    const filled = fillHoles(thresholdPlane(part.alpha, 0.5)).data;
    for (let i = 0; i < filled.length; i++) if (filled[i] !== 0) sight.data[i] = 255;
  }
  for (let i = 0; i < sight.data.length; i++) {
    if (legs.along[i]! > hem - SLANT) sight.data[i] = 255;
  }
  return sight;
}
