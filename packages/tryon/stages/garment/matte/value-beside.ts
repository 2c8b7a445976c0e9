import type { Plane, Point } from '@proteus/raster/types.ts';

/** A plane's value in the pixel that lies `offset` px from a point along a normal. */
export function valueBeside(plane: Plane, point: Point, normal: Point, offset: number): number {
  const { width, height, data } = plane;
  const x = Math.round(point.x + normal.x * offset);
  const y = Math.round(point.y + normal.y * offset);
  const column = Math.min(width - 1, Math.max(0, x));
  const row = Math.min(height - 1, Math.max(0, y));
  return data[row * width + column]!;
}
