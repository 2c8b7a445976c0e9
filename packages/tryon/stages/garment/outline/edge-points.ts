import type { EdgePoint } from '../../../garment-analysis.ts';

/** Rows around a place whose median is the edge there, in parts of the edge's length. */
const WINDOW = 0.012;

/**
 * Places at even heights down an edge, its ends left out; each the median of the rows around it, so
 * that fringes and strings do not count.
 *
 * @param edge x by row; NaN where it is not known.
 */
export function sampleEdge(
  edge: Float32Array,
  from: number,
  to: number,
  count: number,
): readonly EdgePoint[] {
  const reach = Math.max(1, Math.round(WINDOW * (to - from)));
  const points: EdgePoint[] = [];
  for (let index = 1; index <= count; index++) {
    const t = index / (count + 1);
    const y = from + t * (to - from);
    const row = Math.round(y);
    const around = edge
      .slice(Math.max(0, row - reach), row + reach + 1)
      .filter((x) => !Number.isNaN(x))
      .sort();
    if (around.length > 0) points.push({ t, point: { x: around[around.length >> 1]!, y } });
  }
  return points;
}
