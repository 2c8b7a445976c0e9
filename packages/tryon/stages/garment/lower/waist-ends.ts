import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from '../outline/outline.ts';
import type { SideSign } from '../outline/side-profile.ts';

/** Waistbands end in this upper part of the garment's height. */
const DEEPEST = 0.22;
/** Pixels outward that weigh as much as one pixel upward; sides fall steeper than this. */
const STEEPNESS = 2.5;

/**
 * Outer end of the waistband on one side: the upper outer corner of the garment. Of all points of
 * the outline near its top the one that lies farthest up and out.
 */
export function findWaistEnd(outline: Outline, sign: SideSign): Point {
  const { topOf, middle, x: left, width, y: top, height } = outline;
  const lowest = top + DEEPEST * height;
  let best = Number.NEGATIVE_INFINITY;
  let found: Point = { x: middle, y: top };
  for (let x = left; x < left + width; x++) {
    const out = sign * (x - middle);
    const y = topOf[x]!;
    if (out < 0 || y > lowest) continue;
    const reach = out - STEEPNESS * (y - top);
    if (reach < best) continue;
    best = reach;
    found = { x, y };
  }
  return found;
}
