import type { Point } from '@proteus/raster/types.ts';
import type { SideProfile, SideSign } from './side-profile.ts';

/** The torso's side seam as distances outward from the axis. */
export interface TorsoEdge {
  /** Distance by row; NaN outside `from` to `to`. */
  readonly out: Float32Array;
  readonly from: number;
  readonly to: number;
  /** Share of the rows in which the edge is seen rather than filled in, 0 to 1. */
  readonly seen: number;
}

/** A place on the side seam: distance outward from the axis, and row. */
export interface EdgePoint {
  readonly out: number;
  readonly row: number;
}

/** Largest believable growth of the torso from row to row, in pixels per pixel. */
const STEEPEST = 1.2;

/**
 * Follows the side of the torso down from the armpit. Rows in which a sleeve touches it (the run
 * from the axis suddenly reaches much farther) are filled from the rows around them, and from the
 * other side where nothing is seen any more.
 *
 * @param armpit where the edge begins.
 * @param gap where the edge is first seen, below the armpit when a sleeve hangs against the torso.
 * @param to the last row to follow.
 * @param jump how much farther a run must suddenly reach to be taken for a touching sleeve.
 * @param mirror the other side's edge, to lean on where this one is hidden.
 */
export function followTorsoEdge(
  side: SideProfile,
  armpit: EdgePoint,
  gap: EdgePoint,
  to: number,
  jump: number,
  mirror: TorsoEdge | null,
): TorsoEdge {
  const out = new Float32Array(side.inner.length).fill(Number.NaN);
  out[armpit.row] = armpit.out;
  let last = gap.out;
  let lastRow = gap.row;
  let seen = 0;
  for (let y = gap.row; y <= to; y++) {
    const edge = side.inner[y]!;
    if (Number.isNaN(edge)) continue;
    if (edge > last + jump + STEEPEST * (y - lastRow - 1)) continue;
    out[y] = edge;
    last = edge;
    lastRow = y;
    seen++;
  }
  fillGaps(out, armpit.row, to, mirror);
  return { out, from: armpit.row, to, seen: seen / (to - armpit.row + 1) };
}

/** A straight side seam that is covered by a sleeve from armpit to hem. */
export function straightTorsoEdge(rows: number, armpit: EdgePoint, hem: EdgePoint): TorsoEdge {
  const out = new Float32Array(rows).fill(Number.NaN);
  out[armpit.row] = armpit.out;
  out[hem.row] = hem.out;
  fillGaps(out, armpit.row, hem.row, null);
  return { out, from: armpit.row, to: hem.row, seen: 0 };
}

/** Lower outer corner of the torso: the edge point farthest down and out. */
export function hemCorner(edge: TorsoEdge, middle: number, sign: SideSign): Point {
  let best = Number.NEGATIVE_INFINITY;
  let corner = { x: middle, y: edge.to };
  for (let y = Math.round((edge.from + edge.to) / 2); y <= edge.to; y++) {
    const out = edge.out[y]!;
    if (Number.isNaN(out) || out + y < best) continue;
    best = out + y;
    corner = { x: middle + sign * out, y };
  }
  return corner;
}

function fillGaps(out: Float32Array, from: number, to: number, mirror: TorsoEdge | null): void {
  let before = from;
  for (let y = from + 1; y <= to + 1; y++) {
    const end = y > to;
    if (!end && Number.isNaN(out[y]!)) continue;
    for (let gap = before + 1; gap < y && gap <= to; gap++) {
      const weight = (gap - before) / (y - before);
      const straight = end ? out[before]! : out[before]! + weight * (out[y]! - out[before]!);
      out[gap] = straight;
      const mirrored = mirror?.out[gap];
      const anchor = mirror?.out[before];
      if (mirrored !== undefined && anchor !== undefined && !Number.isNaN(mirrored - anchor)) {
        const leaning = out[before]! + mirrored - anchor;
        out[gap] = end ? leaning : (1 - weight) * leaning + weight * straight;
      }
    }
    before = y;
  }
}
