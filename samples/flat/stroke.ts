import { createPlane } from '@proteus/raster/create-plane.ts';
import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';
import type { Plane, Point, Size } from '@proteus/raster/types.ts';

/** Distance from each pixel to the nearest of some lines, `reach` where none is nearer; pixels. */
export function strokeDistance(
  lines: readonly (readonly Point[])[],
  size: Size,
  reach: number,
): Plane {
  const plane = createPlane(size.width, size.height, reach);
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const a = line[i - 1]!;
      const b = line[i]!;
      const left = Math.max(0, Math.floor(Math.min(a.x, b.x) - reach));
      const right = Math.min(size.width - 1, Math.ceil(Math.max(a.x, b.x) + reach));
      const top = Math.max(0, Math.floor(Math.min(a.y, b.y) - reach));
      const bottom = Math.min(size.height - 1, Math.ceil(Math.max(a.y, b.y) + reach));
      for (let y = top; y <= bottom; y++) {
        for (let x = left; x <= right; x++) {
          const at = y * size.width + x;
          const distance = distanceToSegment(x, y, a.x, a.y, b.x, b.y);
          if (distance < plane.data[at]!) plane.data[at] = distance;
        }
      }
    }
  }
  return plane;
}
