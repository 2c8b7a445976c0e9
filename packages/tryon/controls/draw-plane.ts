import type { Plane, RgbImage } from '@proteus/raster/types.ts';

/** Draws a plane of 0 to 1 as a grey picture. */
export function drawPlane(plane: Plane): RgbImage {
  const { width, height, data } = plane;
  const drawn = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < data.length; pixel++) {
    const value = Math.min(255, Math.max(0, data[pixel]! * 255));
    drawn.fill(value, pixel * 3, pixel * 3 + 3);
  }
  return { width, height, data: drawn };
}
