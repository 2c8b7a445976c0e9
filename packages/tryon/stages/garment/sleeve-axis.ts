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
  let sumX = 0;
  let sumY = 0;
  let area = 0;
  for (let i = 0; i < parts.data.length; i++) {
    if (parts.data[i] !== label) continue;
    const x = i % parts.width;
    sumX += x;
    sumY += (i - x) / parts.width;
    area++;
  }
  if (area === 0) return null;
  let axis = unit(sumX / area - origin.x, sumY / area - origin.y);
  for (let pass = 0; pass < REFINEMENTS; pass++) axis = turnToCuff(parts, label, origin, axis);
  const length = reach(parts, label, origin, axis);
  return { origin, axis, length, slices: cutSlices(parts, label, origin, axis, length) };
}

function unit(x: number, y: number): Point {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

function reach(parts: Mask, label: number, origin: Point, axis: Point): number {
  let farthest = 0;
  for (let i = 0; i < parts.data.length; i++) {
    if (parts.data[i] !== label) continue;
    const x = i % parts.width;
    const y = (i - x) / parts.width;
    const along = (x - origin.x) * axis.x + (y - origin.y) * axis.y;
    if (along > farthest) farthest = along;
  }
  return farthest;
}

function turnToCuff(parts: Mask, label: number, origin: Point, axis: Point): Point {
  const from = (1 - CUFF) * reach(parts, label, origin, axis);
  let sumX = 0;
  let sumY = 0;
  let area = 0;
  for (let i = 0; i < parts.data.length; i++) {
    if (parts.data[i] !== label) continue;
    const x = i % parts.width;
    const y = (i - x) / parts.width;
    if ((x - origin.x) * axis.x + (y - origin.y) * axis.y < from) continue;
    sumX += x;
    sumY += y;
    area++;
  }
  return area === 0 ? axis : unit(sumX / area - origin.x, sumY / area - origin.y);
}

function cutSlices(
  parts: Mask,
  label: number,
  origin: Point,
  axis: Point,
  length: number,
): Sleeve['slices'] {
  const low = new Float64Array(SLICES).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(SLICES).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < parts.data.length; i++) {
    if (parts.data[i] !== label) continue;
    const x = (i % parts.width) - origin.x;
    const y = Math.floor(i / parts.width) - origin.y;
    const along = (x * axis.x + y * axis.y) / (length || 1);
    if (along < 0) continue;
    const slice = Math.min(SLICES - 1, Math.floor(along * SLICES));
    const across = y * axis.x - x * axis.y;
    if (across < low[slice]!) low[slice] = across;
    if (across > high[slice]!) high[slice] = across;
  }
  return Array.from({ length: SLICES }, (_, slice) =>
    low[slice]! <= high[slice]!
      ? { low: low[slice]!, high: high[slice]! }
      : { low: Number.NaN, high: Number.NaN },
  );
}
