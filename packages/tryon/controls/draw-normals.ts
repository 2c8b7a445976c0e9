import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import type { RgbImage, Size } from '@proteus/raster/types.ts';
import type { NormalMap } from '../stages/geometry/height-field.ts';

/**
 * Draws directions in the colours that control networks expect: red = to the right, green = up,
 * blue = towards the viewer; 128 = none of it.
 */
export function drawNormals(normals: NormalMap, size: Size): RgbImage {
  const data = Uint8Array.from(normals.data, (value) => Math.round((value + 1) * 127.5));
  const drawn = { width: normals.width, height: normals.height, data };
  return resizeRgb(drawn, size.width, size.height);
}
