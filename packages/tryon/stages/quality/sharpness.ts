import { gradientMagnitude } from '@proteus/raster/gradient-magnitude.ts';
import { luma } from '@proteus/raster/luma.ts';
import type { Plane, RgbImage } from '@proteus/raster/types.ts';
import type { FlatGarment } from './worn-scale.ts';

/** Only cloth proper counts: its edge is no print. */
const INSIDE = 0.98;
/** Detail that every picture's grain has, levels per pixel: plain cloth is not blurred cloth. */
const GRAIN = 1;

/**
 * The print's sharpness in the result against the garment's at the same size: 1 = as sharp, 0 = all
 * detail is lost; more than 1 where folds or seams came in.
 */
export function measureSharpness(flat: FlatGarment, result: RgbImage, cover: Plane): number {
  return (detailOf(luma(result), cover) + GRAIN) / (detailOf(flat.luma, flat.alpha) + GRAIN);
}

/** Mean gradient where the cloth covers fully, in levels per pixel. */
function detailOf(brightness: Plane, cover: Plane): number {
  const gradient = gradientMagnitude(brightness).data;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < gradient.length; i++) {
    if (cover.data[i]! < INSIDE) continue;
    sum += gradient[i]!;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
