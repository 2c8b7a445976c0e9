import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from '../outline/outline.ts';
import type { SideSign } from '../outline/side-profile.ts';

/** Where the torso's hem ends below a sleeve that hangs against the torso. */
export interface TouchingSleeve {
  /** Distance of the hem's corner outward from the axis, in pixels. */
  readonly hemOut: number;
  /** Lower outer corner of the sleeve. */
  readonly cuff: Point;
}

/** The lower outline breaks by at least this part of the height where hem and cuff part. */
const BREAK = 0.012;
const BREAK_SPAN = 0.008;
/** A sleeve beside the hem is at least this wide, in garment widths. */
const LEAST_CUFF = 0.07;
/** Its columns are at least this high, in parts of the height; a bust above a waist is less. */
const LEAST_LENGTH = 0.25;
/** Hem corners lie between these distances from the axis, in half garment widths. */
const INNERMOST = 0.35;
const TOLERANCE = 0.07;

/**
 * Recognises sleeves that hang against the torso with no gap: the lower outline then breaks on
 * both sides, at the same distance from the axis, where the hem ends and the cuff begins.
 *
 * @returns null when there is no such break.
 */
export function findTouchingSleeves(
  outline: Outline,
): readonly [TouchingSleeve, TouchingSleeve] | null {
  const left = findBreak(outline, -1);
  const right = findBreak(outline, 1);
  if (left === null || right === null) return null;
  if (Math.abs(left.hemOut - right.hemOut) > TOLERANCE * outline.width) return null;
  return [left, right];
}

function findBreak(outline: Outline, sign: SideSign): TouchingSleeve | null {
  const { bottomOf, middle, x, width, y: top, height } = outline;
  const outermost = sign < 0 ? middle - x : x + width - 1 - middle;
  const span = Math.max(2, Math.round(BREAK_SPAN * height));
  for (let out = Math.round(INNERMOST * outermost); out < outermost - LEAST_CUFF * width; out++) {
    const here = bottomOf[Math.round(middle + sign * out)];
    const beyond = bottomOf[Math.round(middle + sign * (out + span))];
    if (here === undefined || beyond === undefined) return null;
    if (Math.abs(beyond - here) < BREAK * height) continue;
    const column = Math.round(middle + sign * (out + LEAST_CUFF * width));
    if (bottomOf[column]! - outline.topOf[column]! < LEAST_LENGTH * height) return null;
    const cuff = lowerCorner(outline, sign, out + span);
    return cuff.y > top + 0.45 * height ? { hemOut: out + span / 2, cuff } : null;
  }
  return null;
}

function lowerCorner(outline: Outline, sign: SideSign, from: number): Point {
  const { bottomOf, middle, width } = outline;
  let best = Number.NEGATIVE_INFINITY;
  let corner = { x: middle, y: outline.y };
  for (let out = Math.round(from); out < width; out++) {
    const x = Math.round(middle + sign * out);
    const y = bottomOf[x];
    if (y === undefined || y < 0 || out + y < best) continue;
    best = out + y;
    corner = { x, y };
  }
  return corner;
}
