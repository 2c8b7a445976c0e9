import { boxBlur } from '@proteus/raster/box-blur.ts';
import { luma } from '@proteus/raster/luma.ts';
import type { Plane, RgbImage } from '@proteus/raster/types.ts';

/** Half the width in pixels of the square whose cloth tells how a pixel's colours may vary. */
const RADIUS = 5;
/** Share of that square that must be cloth for a variance. */
const LEAST_SHARE = 0.02;

/**
 * How much the cloth's own lightness varies around every pixel: the variance of its luma.
 *
 * @param picture the part of the photo that `cloth` covers.
 * @param cloth 1 where a pixel is cloth and nothing else, 0 where it is not.
 * @returns levels squared, 0 where no cloth is near.
 */
export function measurePatternContrast(picture: RgbImage, cloth: Plane): Plane {
  const { width, height } = cloth;
  const light = luma(picture).data;
  const square = new Float32Array(light.length);
  for (let i = 0; i < light.length; i++) {
    light[i]! *= cloth.data[i]!;
    square[i] = light[i]! * light[i]!;
  }
  const share = boxBlur(cloth, RADIUS).data;
  const means = boxBlur({ width, height, data: light }, RADIUS).data;
  const squares = boxBlur({ width, height, data: square }, RADIUS).data;
  const data = new Float32Array(light.length);
  for (let i = 0; i < data.length; i++) {
    const weight = share[i]!;
    if (weight < LEAST_SHARE) continue;
    data[i] = Math.max(0, squares[i]! / weight - (means[i]! / weight) ** 2);
  }
  return { width, height, data };
}
