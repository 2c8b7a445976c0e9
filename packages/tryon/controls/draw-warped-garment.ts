import type { RgbaImage } from '@proteus/raster/types.ts';
import type { WarpedGarment } from '../stages/warp/warped-garment.ts';

/** Draws the bent garment alone, on nothing. */
export function drawWarpedGarment(garment: WarpedGarment): RgbaImage {
  const { width, height } = garment.torso.alpha;
  const drawn = new Uint8Array(width * height * 4);
  for (const part of [garment.torso, garment.sleeves.left, garment.sleeves.right]) {
    if (part === null) continue;
    for (let pixel = 0; pixel < part.alpha.data.length; pixel++) {
      const opacity = part.alpha.data[pixel]! * 255;
      if (opacity <= drawn[pixel * 4 + 3]!) continue;
      drawn[pixel * 4] = part.colour.data[pixel * 3]!;
      drawn[pixel * 4 + 1] = part.colour.data[pixel * 3 + 1]!;
      drawn[pixel * 4 + 2] = part.colour.data[pixel * 3 + 2]!;
      drawn[pixel * 4 + 3] = Math.round(opacity);
    }
  }
  return { width, height, data: drawn };
}
