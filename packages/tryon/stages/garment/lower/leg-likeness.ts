import { ramp } from '../matte/ramp.ts';
import type { Outline } from '../outline/outline.ts';
import type { LegGap } from './leg-gap.ts';

/** Height of a gap between legs in parts of the garment's: surely none, surely one. */
const GAP = [0.03, 0.1] as const;
/** Its width soon below its top, in parts of the row's: between legs, between sleeves. */
const GAP_WIDTH = [0.3, 0.5] as const;
const SOON = 0.15;
/** A gap that begins this high up, in parts of the height, is an open front. */
const OPEN_FRONT = 0.14;

/**
 * How much a gap looks like one between legs rather than between sleeves or open fronts, 0 to 1.
 *
 * @param widths width of the garment by row.
 */
export function legLikeness(outline: Outline, gap: LegGap, widths: Int32Array): number {
  const { y: top, height } = outline;
  if (gap.top < top + OPEN_FRONT * height) return 0;
  const row = Math.round(gap.top + SOON * (gap.bottom - gap.top));
  const width = (gap.rightStart[row]! - gap.leftEnd[row]! - 1) / widths[row]!;
  const narrow = Number.isNaN(width) ? 1 : ramp(width, GAP_WIDTH[1], GAP_WIDTH[0]);
  return narrow * ramp((gap.bottom - gap.top) / height, GAP[0], GAP[1]);
}
