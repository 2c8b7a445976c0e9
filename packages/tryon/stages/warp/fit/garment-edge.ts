import type { Point } from '@proteus/raster/types.ts';
import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART } from '../../../garment-analysis.ts';

/** How far around a point its part is looked for, in garment pixels. */
const PART_REACH = 24;

/**
 * The row where the garment begins in a column, from `first` downwards; null = nowhere before `last`.
 *
 * @param front only the front counts, not the inside of the back collar.
 */
export function upperEdge(
  { alpha, innerCollar }: UpperBodyGarment,
  column: number,
  first: number,
  last: number,
  front: boolean,
): number | null {
  const { width, height, data } = alpha;
  const x = Math.round(column);
  if (x < 0 || x >= width) return null;
  const end = Math.min(height - 1, Math.round(last));
  for (let y = Math.max(0, Math.round(first)); y <= end; y++) {
    const pixel = y * width + x;
    const inner = front ? innerCollar.data[pixel]! : 0;
    if (data[pixel]! * (1 - inner) > 0.5) return y;
  }
  return null;
}

/**
 * The column where the garment's front begins in a row, on the way from one column to another; null =
 * nowhere between them, or at once.
 */
export function sideEdge(
  { alpha, innerCollar }: UpperBodyGarment,
  row: number,
  from: number,
  to: number,
): number | null {
  const { width, height, data } = alpha;
  const y = Math.round(row);
  if (y < 0 || y >= height) return null;
  const step = Math.sign(to - from);
  if (step === 0) return null;
  const first = Math.round(from);
  for (let x = first; step * (to - x) >= 0 && x >= 0 && x < width; x += step) {
    const pixel = y * width + x;
    if (data[pixel]! * (1 - innerCollar.data[pixel]!) > 0.5) return x === first ? null : x;
  }
  return null;
}

/** The part that a landmark on the garment's edge belongs to: the nearest labelled pixel's. */
export function partNear({ parts }: UpperBodyGarment, point: Point): number {
  const { width, height, data } = parts;
  let best: number = GARMENT_PART.torso;
  let nearest = PART_REACH * PART_REACH;
  const px = Math.round(point.x);
  const py = Math.round(point.y);
  for (let y = Math.max(0, py - PART_REACH); y <= Math.min(height - 1, py + PART_REACH); y++) {
    for (let x = Math.max(0, px - PART_REACH); x <= Math.min(width - 1, px + PART_REACH); x++) {
      const label = data[y * width + x]!;
      const distance = (x - px) ** 2 + (y - py) ** 2;
      if (label === GARMENT_PART.outside || distance >= nearest) continue;
      nearest = distance;
      best = label;
    }
  }
  return best;
}
