import type { Plane } from '@proteus/raster/types.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';

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

/** How far each pixel shows of what covers it, where something lies in front. */
export function seenCoverage(cover: Plane, front: Plane): Plane {
  const data = cover.data.slice();
  for (let pixel = 0; pixel < data.length; pixel++) data[pixel]! *= 1 - front.data[pixel]!;
  return { width: cover.width, height: cover.height, data };
}
