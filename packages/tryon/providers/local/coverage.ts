import type { Plane } from '@proteus/raster/types.ts';
import type { WarpedGarment } from '../../stages/warp/warped-garment.ts';

/** How far any outer part of the garment covers each pixel, 0 to 1. */
export function garmentCoverage(garment: WarpedGarment): Plane {
  const { width, height, data } = garment.torso.alpha;
  const cover = data.slice();
  for (const sleeve of [garment.sleeves.left, garment.sleeves.right]) {
    if (sleeve === null) continue;
    for (let i = 0; i < cover.length; i++) {
      const alpha = sleeve.alpha.data[i]!;
      if (alpha > cover[i]!) cover[i] = alpha;
    }
  }
  return { width, height, data: cover };
}
