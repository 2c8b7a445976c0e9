import { createMask } from '@proteus/raster/create-mask.ts';
import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import type { Plane, Point, Size } from '@proteus/raster/types.ts';

/** Samples a pixel's edge is divided into. */
const FINE = 4;

/** Share of each pixel that a polygon covers, 0 to 1. Points in pixels. */
export function coverage(points: readonly Point[], { width, height }: Size): Plane {
  const fine = createMask(width * FINE, height * FINE);
  fillPolygon(
    fine,
    points.map(({ x, y }) => ({ x: (x + 0.5) * FINE - 0.5, y: (y + 0.5) * FINE - 0.5 })),
    1,
  );
  const data = new Float32Array(width * height);
  for (let y = 0; y < height * FINE; y++) {
    const row = ((y / FINE) | 0) * width;
    const start = y * width * FINE;
    for (let x = 0; x < width; x++) {
      const at = start + x * FINE;
      data[row + x] =
        data[row + x]! +
        (fine.data[at]! + fine.data[at + 1]! + fine.data[at + 2]! + fine.data[at + 3]!) /
          (FINE * FINE);
    }
  }
  return { width, height, data };
}
