import type { Point } from '@proteus/raster/types.ts';

/** x of an edge by row: straight between its points, which come from top to bottom; NaN elsewhere. */
export function edgeByRow(points: readonly Point[], rows: number): Float32Array {
  const edge = new Float32Array(rows).fill(Number.NaN);
  for (let i = 0; i + 1 < points.length; i++) {
    const from = points[i]!;
    const to = points[i + 1]!;
    const last = Math.min(rows - 1, Math.round(to.y));
    for (let y = Math.max(0, Math.round(from.y)); y <= last; y++) {
      const share = to.y > from.y ? (y - from.y) / (to.y - from.y) : 0;
      edge[y] = from.x + Math.min(1, Math.max(0, share)) * (to.x - from.x);
    }
  }
  return edge;
}

/**
 * Draws an edge through other points: between them it keeps the shape that was seen, shifted by
 * what the points ask for.
 *
 * @param seen x by row; NaN where the edge was not seen. Beyond its ends it goes straight down.
 * @param knots from top to bottom, at whole rows, two at least; all of them are met.
 * @returns x by row between the first and the last knot; NaN elsewhere.
 */
export function drawThrough(seen: Float32Array, knots: readonly Point[]): Float32Array {
  const edge = new Float32Array(seen.length).fill(Number.NaN);
  const known = (row: number) => !Number.isNaN(seen[row]!);
  const first = seen.findIndex((x) => !Number.isNaN(x));
  const last = seen.findLastIndex((x) => !Number.isNaN(x));
  const seenAt = (row: number) => {
    if (first < 0) return 0;
    let nearest = Math.min(last, Math.max(first, row));
    while (!known(nearest)) nearest--;
    return seen[nearest]!;
  };
  for (let i = 0; i + 1 < knots.length; i++) {
    const from = knots[i]!;
    const to = knots[i + 1]!;
    const shiftFrom = from.x - seenAt(from.y);
    const shiftTo = to.x - seenAt(to.y);
    for (let y = Math.max(0, from.y); y <= Math.min(seen.length - 1, to.y); y++) {
      const share = to.y > from.y ? (y - from.y) / (to.y - from.y) : 0;
      edge[y] = seenAt(y) + shiftFrom + share * (shiftTo - shiftFrom);
    }
  }
  return edge;
}
