import { closeMask } from '@proteus/raster/close.ts';
import { openMask } from '@proteus/raster/open.ts';
import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { FlatGarment } from './worn-scale.ts';

/** Radius of the disc that a smooth outline lets pass, in shoulder widths. */
const DISC = 0.025;

/**
 * How much rougher the worn garment's outline is than its own: the depth of the nooks and spikes
 * that a small disc does not fit into, along the outline, in the disc's radii; 0 = as smooth.
 *
 * @param shoulderWidth in pixels.
 */
export function measureRoughness(flat: FlatGarment, cover: Plane, shoulderWidth: number): number {
  const radius = Math.max(2, DISC * shoulderWidth);
  return Math.max(0, roughnessOf(cover, radius) - roughnessOf(flat.alpha, radius));
}

function roughnessOf(cover: Plane, radius: number): number {
  const mask = thresholdPlane(cover, 0.5);
  const opened = openMask(mask, radius).data;
  const closed = closeMask(mask, radius).data;
  const { width, height, data } = mask;
  let astray = 0;
  let boundary = 0;
  for (let y = 1, pixel = width; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (opened[pixel] !== closed[pixel]) astray++;
      if (data[pixel] !== data[pixel - width]) boundary++;
      if (x > 0 && data[pixel] !== data[pixel - 1]) boundary++;
    }
  }
  return boundary === 0 ? 0 : astray / (boundary * radius);
}
