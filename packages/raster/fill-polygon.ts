import type { Mask, Point } from './types.ts';

/**
 * Sets, in place, the pixels whose centres lie inside a polygon (even-odd rule). Polygons that
 * share an edge share no pixel and leave none out.
 *
 * @param points corners in order, in pixels; the last joins the first. May reach outside the mask.
 */
export function fillPolygon(mask: Mask, points: readonly Point[], value = 255): void {
  if (points.length < 3) return;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { y } of points) {
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const crossings = new Float64Array(points.length);
  const lastRow = Math.min(mask.height - 1, Math.floor(bottom));
  for (let y = Math.max(0, Math.ceil(top)); y <= lastRow; y++) {
    let count = 0;
    for (let i = 0; i < points.length; i++) {
      const a = points[i]!;
      const b = points[(i + 1) % points.length]!;
      if (a.y <= y === b.y <= y) continue;
      // From the upper end, so that neighbours sharing the edge compute the same crossing.
      const upper = a.y <= y ? a : b;
      const lower = a.y <= y ? b : a;
      crossings[count] = upper.x + ((y - upper.y) / (lower.y - upper.y)) * (lower.x - upper.x);
      count++;
    }
    crossings.subarray(0, count).sort();
    for (let k = 0; k + 1 < count; k += 2) {
      const start = Math.max(0, Math.ceil(crossings[k]!));
      const end = Math.min(mask.width, Math.ceil(crossings[k + 1]!));
      if (start < end) mask.data.fill(value, y * mask.width + start, y * mask.width + end);
    }
  }
}
