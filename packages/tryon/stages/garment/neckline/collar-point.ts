import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from '../outline/outline.ts';
import type { SideSign } from '../outline/side-profile.ts';

/** How far out from the axis the collar is looked for, in garment widths. */
const REACH = 0.46;
/** Columns as high as this part of the height below the peak still belong to the collar. */
const LEVEL = 0.012;

/** The outermost of the highest points on one side of the neck opening. */
export function findCollarPoint(outline: Outline, sign: SideSign): Point {
  const { topOf, middle, width, height } = outline;
  const from = Math.round(0.012 * width);
  const to = Math.round(REACH * width);
  let peak = Number.POSITIVE_INFINITY;
  for (let step = from; step <= to; step++) {
    const row = topOf[Math.round(middle + sign * step)];
    if (row !== undefined && row < peak) peak = row;
  }
  let found: Point = { x: middle + sign * 0.1 * width, y: outline.y };
  for (let step = from; step <= to; step++) {
    const x = Math.round(middle + sign * step);
    const row = topOf[x];
    if (row !== undefined && row <= peak + LEVEL * height) found = { x, y: row };
  }
  return found;
}
