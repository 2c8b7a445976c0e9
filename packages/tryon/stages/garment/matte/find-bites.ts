import type { Point } from '@proteus/raster/types.ts';

/** Longest way around a bite, in points; the fewest. */
const LONGEST = 45;
const SHORTEST = 5;
/** A bite is at least so deep in pixels ... */
const SHALLOWEST = 3;
/** ... and in parts of its mouth: gentle hollows are cut that way. */
const LEAST_DEPTH = 0.2;
/** Pixels by which a mouth may cut what sticks out between its ends. */
const ACROSS = 1;
/** Share of the way around a bite that is faint. Scallops and frills show all along. */
const LEAST_FAINT = 0.5;
/** Points beside a mouth that say where the outline comes from and goes to. */
const BESIDE = 4;
/** The outline turns at most so much (cosine) towards the backdrop at an end of a mouth. */
const LARGEST_TURN = Math.cos((15 * Math.PI) / 180);

/** A part of an outline, from one of its points to another. */
export interface Bite {
  readonly from: number;
  readonly to: number;
}

/**
 * Bites that noise took out of an outline where the photo hardly shows it: straight mouths whose ends
 * go on straight or around a corner of the cloth. In clefts (an armpit) the outline turns away from
 * the cloth on both sides.
 *
 * @param points the outline, the cloth on its right hand.
 * @param faint for each point whether the photo hardly shows the outline there.
 * @param widest the widest mouth in pixels.
 * @returns bites that do not overlap.
 */
export function findBites(
  points: readonly Point[],
  faint: readonly boolean[],
  widest: number,
): readonly Bite[] {
  const faintBefore = new Int32Array(points.length + 1);
  for (let n = 0; n < points.length; n++) {
    faintBefore[n + 1] = faintBefore[n]! + (faint[n] ? 1 : 0);
  }
  const found: (Bite & { readonly area: number })[] = [];
  for (let from = BESIDE; from < points.length - BESIDE; from++) {
    const last = Math.min(from + LONGEST, points.length - 1 - BESIDE);
    for (let to = from + SHORTEST; to <= last; to++) {
      const way = to + 1 - from;
      if (faintBefore[to + 1]! - faintBefore[from]! < LEAST_FAINT * way) continue;
      const area = areaOfBite(points, from, to, widest);
      if (area > 0) found.push({ from, to, area });
    }
  }
  found.sort((a, b) => b.area - a.area);
  const bites: Bite[] = [];
  for (const { from, to } of found) {
    if (bites.every((other) => to < other.from || from > other.to)) bites.push({ from, to });
  }
  return bites;
}

/** Sum of the depths of a bite, 0 where the part of the outline is none. */
function areaOfBite(points: readonly Point[], from: number, to: number, widest: number): number {
  const a = points[from]!;
  const b = points[to]!;
  const mouth = Math.hypot(b.x - a.x, b.y - a.y);
  if (mouth > widest || mouth < 1) return 0;
  const along = { x: (b.x - a.x) / mouth, y: (b.y - a.y) / mouth };
  let deepest = 0;
  let area = 0;
  for (let k = from + 1; k < to; k++) {
    const { x, y } = points[k]!;
    const depth = (y - a.y) * along.x - (x - a.x) * along.y;
    if (depth < -ACROSS) return 0;
    deepest = Math.max(deepest, depth);
    area += depth;
  }
  if (deepest < Math.max(SHALLOWEST, LEAST_DEPTH * mouth)) return 0;
  const before = direction(points[from - BESIDE]!, a);
  const after = direction(b, points[to + BESIDE]!);
  return turnsAway(before, along) || turnsAway(along, after) ? 0 : area;
}

function direction(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** Whether an outline turns to its left, away from the cloth, by more than a little. */
function turnsAway(before: Point, after: Point): boolean {
  const isLeft = before.x * after.y - before.y * after.x < 0;
  return isLeft && before.x * after.x + before.y * after.y < LARGEST_TURN;
}
