import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { TorsoFrame } from '../../person-analysis.ts';

/** Towards the picture's left or right. */
export type Way = -1 | 1;

/** A corner lies where a side is last within so many shoulder widths of its widest ... */
const CORNER = 0.04;
/** ... over so many torso lengths above its end. */
const SEARCHED = 0.15;

/**
 * The outermost column of each row that a raster covers, on that side.
 *
 * @param over what covers a pixel is more than this.
 * @returns NaN for rows of which nothing is covered.
 */
export function outerEdge(
  { width, height, data }: Plane | Mask,
  way: Way,
  over: number,
): Float64Array {
  const edge = new Float64Array(height).fill(Number.NaN);
  for (let y = 0; y < height; y++) {
    let x = way < 0 ? 0 : width - 1;
    while (x >= 0 && x < width && data[y * width + x]! <= over) x -= way;
    if (x >= 0 && x < width) edge[y] = x;
  }
  return edge;
}

/**
 * Where a garment's side ends in its hem: the last row in which it is about as wide as it gets near there. Below,
 * the outermost column runs inwards along the hem.
 *
 * @param side `outerEdge` of the garment.
 * @returns null for a side that covers nothing.
 */
export function findHemCorner(side: Float64Array, way: Way, frame: TorsoFrame): number | null {
  const last = side.findLastIndex((x) => !Number.isNaN(x));
  if (last < 0) return null;
  const first = Math.max(0, last - Math.round(SEARCHED * frame.torsoLength));
  const near = side.subarray(first, last + 1);
  let widest = Number.NEGATIVE_INFINITY;
  for (const x of near) if (!Number.isNaN(x)) widest = Math.max(widest, way * x);
  const least = widest - CORNER * frame.shoulderWidth;
  return first + near.findLastIndex((x) => way * x >= least);
}
