import type { Rectangle } from '@proteus/raster/crop.ts';
import type { RgbaImage, Size } from '@proteus/raster/types.ts';
import type { WarpedPart } from '../stages/warp/warped-garment.ts';

/**
 * Draws the bent garment alone, on nothing.
 *
 * @param parts from back to front.
 * @param window where the parts lie in the picture.
 * @param size of the whole picture.
 */
export function drawWarpedGarment(
  parts: readonly WarpedPart[],
  window: Rectangle,
  size: Size,
): RgbaImage {
  const { width, height } = size;
  const drawn = new Uint8Array(width * height * 4);
  for (const part of parts) {
    for (let pixel = 0; pixel < part.alpha.data.length; pixel++) {
      const opacity = part.alpha.data[pixel]! * 255;
      const x = window.x + (pixel % window.width);
      const y = window.y + Math.floor(pixel / window.width);
      const at = (y * width + x) * 4;
      if (opacity <= drawn[at + 3]!) continue;
      drawn[at] = part.colour.data[pixel * 3]!;
      drawn[at + 1] = part.colour.data[pixel * 3 + 1]!;
      drawn[at + 2] = part.colour.data[pixel * 3 + 2]!;
      drawn[at + 3] = Math.round(opacity);
    }
  }
  return { width, height, data: drawn };
}
