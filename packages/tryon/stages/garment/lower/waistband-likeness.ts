import { ramp } from '../matte/ramp.ts';
import type { Outline } from '../outline/outline.ts';
import { findWaistEnd } from './waist-ends.ts';

/** How far below its ends a waistband dips, in parts of its length: surely one, surely none. */
const DIP = [0.16, 0.36] as const;
/** How far it rises above its ends; shoulders rise to the neck. */
const RISE = [0.05, 0.1] as const;
/** Difference in height of its ends. */
const TILT = [0.08, 0.2] as const;
/** How far down, in lengths of the waistband, the hips are looked at. */
const HIPS = 0.65;
/** The narrowest row below wider ones, in parts of theirs: hips only grow. */
const NARROWING = [0.97, 0.9] as const;
/** Growth by this factor within that stretch is no hip but sleeves. */
const SPREAD = [1.7, 2.1] as const;
/** How far the sides curve inwards of straight lines, in lengths of the waistband: armholes do. */
const HOLLOW = [0.02, 0.06] as const;

/**
 * How much the upper end of a garment looks like a waistband over hips, 0 to 1: level, with no
 * neckline, no shoulders and no armholes.
 *
 * @param widths width of the garment by row.
 */
export function waistbandLikeness(outline: Outline, widths: Int32Array): number {
  const left = findWaistEnd(outline, -1);
  const right = findWaistEnd(outline, 1);
  const span = right.x - left.x;
  if (span < 0.08 * outline.width) return 0;
  let dip = 0;
  let rise = 0;
  for (let x = left.x; x <= right.x; x++) {
    const line = left.y + ((x - left.x) / span) * (right.y - left.y);
    const below = outline.topOf[x]! - line;
    if (below > dip) dip = below;
    if (-below > rise) rise = -below;
  }
  const from = Math.max(left.y, right.y);
  const to = Math.min(outline.y + outline.height - 1, Math.round(from + HIPS * span));
  let widest = widths[from]!;
  let narrowing = 1;
  let hollow = 0;
  for (let y = from; y <= to; y++) {
    const width = widths[y]!;
    narrowing = Math.min(narrowing, width / widest);
    widest = Math.max(widest, width);
    const straight = widths[from]! + ((y - from) / (to - from)) * (widths[to]! - widths[from]!);
    hollow = Math.max(hollow, (straight - width) / 2);
  }
  return (
    ramp(dip / span, DIP[1], DIP[0]) *
    ramp(rise / span, RISE[1], RISE[0]) *
    ramp(Math.abs(left.y - right.y) / span, TILT[1], TILT[0]) *
    ramp(narrowing, NARROWING[1], NARROWING[0]) *
    ramp(widest / span, SPREAD[1], SPREAD[0]) *
    ramp(hollow / span, HOLLOW[1], HOLLOW[0])
  );
}
