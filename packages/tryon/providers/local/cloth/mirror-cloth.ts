import type { Rectangle } from '@proteus/raster/crop.ts';
import type { Plane, Point } from '@proteus/raster/types.ts';
import { OPAQUE } from './opaque.ts';

/** The box of all pixels that are wanted but not covered, with room to mirror in; null = none. */
export function missingBox(alpha: Plane, wanted: Float32Array, reach: number): Rectangle | null {
  const { width, height, data } = alpha;
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (wanted[pixel]! <= data[pixel]!) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  const room = Math.ceil(2.5 * reach);
  const x = Math.max(0, left - room);
  const y = Math.max(0, top - room);
  return {
    x,
    y,
    width: Math.min(width, right + room + 1) - x,
    height: Math.min(height, bottom + room + 1) - y,
  };
}

/** The opaque place that one beyond the edge mirrors, or the next one further in; null = none. */
export function findSource(
  { width, height, data }: Plane,
  x: number,
  y: number,
  outwardX: number,
  outwardY: number,
  away: number,
  reach: number,
): Point | null {
  for (let inward = 2 * away; inward <= 2 * away + reach; inward += 2) {
    const source = { x: x - outwardX * inward, y: y - outwardY * inward };
    if (source.x < 0 || source.y < 0 || source.x > width - 1 || source.y > height - 1) return null;
    if (data[Math.round(source.y) * width + Math.round(source.x)]! > OPAQUE) return source;
  }
  return null;
}

/** The opaque pixel nearest to one that has none to mirror, in growing squares; null = none. */
export function nearestOpaque(
  { width, height, data }: Plane,
  x: number,
  y: number,
  furthest: number,
): Point | null {
  for (let ring = 1; ring <= furthest; ring++) {
    for (let row = Math.max(0, y - ring); row <= Math.min(height - 1, y + ring); row++) {
      const step = Math.abs(row - y) === ring ? 1 : 2 * ring;
      for (let column = x - ring; column <= x + ring; column += step) {
        if (column < 0 || column >= width) continue;
        if (data[row * width + column]! > OPAQUE) return { x: column, y: row };
      }
    }
  }
  return null;
}
