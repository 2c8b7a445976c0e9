import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from '../outline/outline.ts';
import type { LegGap } from './leg-gap.ts';

/** Where the legs part. */
export interface Crotch {
  readonly point: Point;
  /** False where legs lie against each other and the place follows from proportions. */
  readonly seen: boolean;
}

/** The seat is measured this many waist widths below the waist. */
const SEAT = 0.5;
/** Depth from waist to crotch in seat widths: usual, and the deepest that is believed. */
const USUAL_RISE = 0.62;
const DEEPEST_RISE = 0.9;

/**
 * The crotch is the top of the gap between the legs. A gap that opens too far down for a seat of
 * this width starts where wide legs stop touching; the crotch is then hidden above it.
 */
export function findCrotch(outline: Outline, gap: LegGap, waists: readonly [Point, Point]): Crotch {
  const waistRow = (waists[0].y + waists[1].y) / 2;
  const seat = widthAt(outline, Math.round(waistRow + SEAT * (waists[1].x - waists[0].x)));
  const x = (gap.leftEnd[gap.top]! + gap.rightStart[gap.top]!) / 2;
  if (gap.top - waistRow <= DEEPEST_RISE * seat) {
    return { point: { x, y: gap.top - 1 }, seen: true };
  }
  const row = Math.round(waistRow + USUAL_RISE * seat);
  const middle = (waists[0].x + waists[1].x) / 2;
  return { point: { x: middle + 0.5 * (x - middle), y: row }, seen: false };
}

function widthAt({ mask, x: left, width, y: top, height }: Outline, y: number): number {
  const row = Math.min(top + height - 1, Math.max(top, y)) * mask.width;
  let first = left;
  let last = left + width - 1;
  while (first < last && !mask.data[row + first]) first++;
  while (last > first && !mask.data[row + last]) last--;
  return last - first + 1;
}
