import type { Mask, Point } from '@proteus/raster/types.ts';
import type { Sleeve } from '../../garment-analysis.ts';

const SLICES = 12;
const REFINEMENTS = 3;
/** The last part of a sleeve, whose middle is the cuff's. */
const CUFF = 0.15;

/**
 * Axis and slices of a sleeve from its label. The axis starts towards the sleeve's centre of mass
 * and is turned until it meets the middle of the cuff.
 *
 * @param parts labels of the garment's parts.
 * @param label the sleeve's label.
 * @param tip shoulder tip.
 * @param armpit lower end of the armhole.
 * @returns null when the label is empty.
 */
export function measureSleeve(
  parts: Mask,
  label: number,
  tip: Point,
  armpit: Point,
): Sleeve | null {
  const origin = { x: (tip.x + armpit.x) / 2, y: (tip.y + armpit.y) / 2 };
  const offsets = offsetsOf(parts, label, origin);
  if (offsets.length === 0) return null;
  let axis = towardsMean(offsets, { x: 0, y: 0 }, Number.NEGATIVE_INFINITY);
  for (let pass = 0; pass < REFINEMENTS; pass++) {
    axis = towardsMean(offsets, axis, (1 - CUFF) * reach(offsets, axis));
  }
  const length = reach(offsets, axis);
  return { origin, axis, length, slices: cutSlices(offsets, axis, length) };
}

/** Slices of a sleeve along a given axis; see `Sleeve`. */
export function sliceSleeve(
  parts: Mask,
  label: number,
  origin: Point,
  axis: Point,
  length: number,
): Sleeve['slices'] {
  return cutSlices(offsetsOf(parts, label, origin), axis, length);
}

/** Interleaved x and y of every pixel of a label, relative to a point. */
function offsetsOf(parts: Mask, label: number, origin: Point): Float32Array {
  const { width, height, data } = parts;
  let area = 0;
  for (let i = 0; i < data.length; i++) if (data[i] === label) area++;
  const offsets = new Float32Array(2 * area);
  let end = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] !== label) continue;
      offsets[end++] = x - origin.x;
      offsets[end++] = y - origin.y;
    }
  }
  return offsets;
}

function reach(offsets: Float32Array, axis: Point): number {
  let farthest = 0;
  for (let i = 0; i < offsets.length; i += 2) {
    farthest = Math.max(farthest, offsets[i]! * axis.x + offsets[i + 1]! * axis.y);
  }
  return farthest;
}

/** Unit vector to the mean of what lies at least `from` along an axis. */
function towardsMean(offsets: Float32Array, axis: Point, from: number): Point {
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < offsets.length; i += 2) {
    if (offsets[i]! * axis.x + offsets[i + 1]! * axis.y < from) continue;
    sumX += offsets[i]!;
    sumY += offsets[i + 1]!;
  }
  const length = Math.hypot(sumX, sumY);
  return length === 0 ? axis : { x: sumX / length, y: sumY / length };
}

function cutSlices(offsets: Float32Array, axis: Point, length: number): Sleeve['slices'] {
  const low = new Float64Array(SLICES).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(SLICES).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < offsets.length; i += 2) {
    const along = (offsets[i]! * axis.x + offsets[i + 1]! * axis.y) / (length || 1);
    if (along < 0) continue;
    const slice = Math.min(SLICES - 1, Math.floor(along * SLICES));
    const across = offsets[i + 1]! * axis.x - offsets[i]! * axis.y;
    if (across < low[slice]!) low[slice] = across;
    if (across > high[slice]!) high[slice] = across;
  }
  return Array.from({ length: SLICES }, (_, slice) =>
    low[slice]! <= high[slice]!
      ? { low: low[slice]!, high: high[slice]! }
      : { low: Number.NaN, high: Number.NaN },
  );
}
