import { luma } from '@proteus/raster/luma.ts';
import { resizePlane } from '@proteus/raster/resize-plane.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { GarmentAnalysis } from '../../garment-analysis.ts';

/** The flat garment at the size at which it is worn, to be compared with the result. */
export interface FlatGarment {
  /** Luma of the cloth, 0 to 255. */
  readonly luma: Plane;
  readonly alpha: Plane;
}

/** Scales the flat garment so that it takes up as much as it does when worn; null when it is not seen. */
export function scaleToWorn(garment: GarmentAnalysis, cover: Plane): FlatGarment | null {
  const { colour, alpha } = garment;
  const scale = Math.min(1, Math.sqrt(areaOf(cover) / Math.max(1, areaOf(alpha))));
  const width = Math.round(alpha.width * scale);
  const height = Math.round(alpha.height * scale);
  if (width < 1 || height < 1) return null;
  return {
    luma: luma(resizeRgb(colour, width, height)),
    alpha: resizePlane(alpha, width, height),
  };
}

function areaOf({ data }: Plane): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i]!;
  return sum;
}
