import type { Mask, Plane, Point } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { flipBetween } from './flip-between.ts';
import { leastTurning } from './least-turning.ts';
import { ringFrom, type SampledOutline, SPACING } from './sampled-outline.ts';
import { steadyOffsets } from './steady-offsets.ts';
import { valueBeside } from './value-beside.ts';

/** Offsets in pixels, outwards: within, where the cloth is seen whatever its edge is like ... */
const CLOTH = [-20, -17, -14, -11, -8] as const;
/** ... at both sides of the outline, and outside, where a shadow may lie. */
const INNER = [-3, -2, -1] as const;
const OUTER = [1, 2, 3] as const;
const OUTSIDE = [2, 3, 4, 5, 6] as const;
/** ΔE from the backdrop of a shadow, and of cloth that casts one. */
const SHADOW = 6;
const DARK = 25;
/** Where less than this part of the cloth's ΔE falls, the outline is not at the cloth's end. */
const SOFT = 0.5;
/** Samples to each side of which most are such ... */
const NEARBY = 7;
/** ... so many on end. Of 44 photos two have that; buttons, folds and corners are shorter. */
const FEWEST = 15;
/** What the outline as it was weighs there (1 elsewhere), and the cost of a turn by a radian. */
const DOUBTFUL = 0.02;
const STIFFNESS = 8;
/** How far from there the cloth's end may lie, in pixels. */
const REACH = 12;
/** What a fall of all the cloth's ΔE is worth, against the square of a step of one pixel. */
const FALL = 8;
const STEADINESS = 1;
/** Offsets in pixels between which an edge falls. */
const BEFORE = -0.5;
const BEHIND = 1.5;
/** Cost of a place that is out of the question. */
const FORBIDDEN = 1000;
/** Samples to each side that the found way is averaged with. */
const EVEN = 2;

/**
 * Finds the end of cloth that lies in its own shadow (leather, on a pale table): where the outline
 * runs through the shadow over a length, it is drawn anew along the steepest fall beside it.
 *
 * @param flips receives the pixels that change sides.
 */
export function findEdgeInShadow(
  { loop, places, points, normals }: SampledOutline,
  { difference }: BackgroundModel,
  flips: Mask,
): void {
  const unturned = longRuns(points.map((point, n) => isInShadow(difference, point, normals[n]!)));
  const first = unturned.indexOf(false);
  if (first < 0 || !unturned.includes(true)) return;
  const moved = ringFrom(unturned, first);
  const weights = Float64Array.from(moved, (isMoved) => (isMoved ? DOUBTFUL : 1));
  const base = leastTurning(ringFrom(points, first), weights, STIFFNESS, SPACING);
  const curve = alongFalls(base, moved, difference);
  flipBetween(flips, loop, ringFrom(places, first), curve, moved);
}

/** Whether an outline runs through a shadow. */
function isInShadow(difference: Plane, point: Point, normal: Point): boolean {
  if (meanBeside(difference, point, normal, OUTSIDE) < SHADOW) return false;
  const cloth = meanBeside(difference, point, normal, CLOTH);
  if (cloth <= DARK) return false;
  const fall =
    meanBeside(difference, point, normal, INNER) - meanBeside(difference, point, normal, OUTER);
  return fall < SOFT * cloth;
}

function meanBeside(plane: Plane, point: Point, normal: Point, offsets: readonly number[]): number {
  let sum = 0;
  for (const offset of offsets) sum += valueBeside(plane, point, normal, offset);
  return sum / offsets.length;
}

/** Where most of the samples nearby are set, over a length. */
function longRuns(isSet: readonly boolean[]): boolean[] {
  const count = isSet.length;
  const mostly = isSet.map((_, at) => {
    let set = 0;
    for (let k = at - NEARBY; k <= at + NEARBY; k++) if (isSet[(k + count) % count]) set++;
    return set > NEARBY;
  });
  const long = mostly.map(() => false);
  for (let n = 0; n < count; n++) {
    if (!mostly[n]) continue;
    let end = n;
    while (end < count && mostly[end]) end++;
    if (end - n >= FEWEST) long.fill(true, n, end);
    n = end;
  }
  return long;
}

/** The samples, those to be moved along their normals to where the difference falls. */
function alongFalls(base: readonly Point[], moved: readonly boolean[], difference: Plane): Point[] {
  const choices = 2 * REACH + 1;
  const costs = new Float32Array(base.length * choices).fill(FORBIDDEN);
  const normals = base.map((_, n) => normalOf(base, n));
  for (const [n, point] of base.entries()) {
    if (!moved[n]) {
      costs[n * choices + REACH] = 0;
      continue;
    }
    const of = (offset: number) => valueBeside(difference, point, normals[n]!, offset);
    const cloth = meanBeside(difference, point, normals[n]!, CLOTH);
    for (let k = 0; k < choices; k++) {
      const fall = of(k - REACH + BEFORE) - of(k - REACH + BEHIND);
      costs[n * choices + k] = (-FALL * Math.max(0, fall)) / (cloth + 1);
    }
  }
  const offsets = steadyOffsets(costs, choices, STEADINESS);
  return base.map(({ x, y }, n) => {
    if (!moved[n]) return { x, y };
    const near = offsets.subarray(Math.max(0, n - EVEN), n + EVEN + 1);
    const mean = near.reduce((sum, offset) => sum + offset, 0) / near.length;
    const offset = mean - REACH + (BEFORE + BEHIND) / 2;
    return { x: x + normals[n]!.x * offset, y: y + normals[n]!.y * offset };
  });
}

/** The unit normal of an open curve at a point, to its left. */
function normalOf(curve: readonly Point[], at: number): Point {
  const from = curve[Math.max(0, at - 2)]!;
  const to = curve[Math.min(curve.length - 1, at + 2)]!;
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
}
