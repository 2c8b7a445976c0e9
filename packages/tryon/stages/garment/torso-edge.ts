import type { SideProfile } from './side-profile.ts';

/** The torso's side seam as distances outward from the axis. */
export interface TorsoEdge {
  /** Distance by row; NaN outside `from` to `to`. */
  readonly out: Float32Array;
  readonly from: number;
  readonly to: number;
  /** Share of the rows in which the edge is seen rather than filled in, 0 to 1. */
  readonly seen: number;
}

/** Largest believable growth of the torso from row to row, in pixels per pixel. */
const STEEPEST = 1.2;

/**
 * Follows the side of the torso down from the armpit. Rows in which a sleeve touches it (the run
 * from the axis suddenly reaches much farther) are filled from the rows around them, and from the
 * other side where nothing is seen any more.
 *
 * @param from the armpit's row.
 * @param start the armpit's distance from the axis.
 * @param to the last row to follow.
 * @param jump how much farther a run must suddenly reach to be taken for a touching sleeve.
 * @param mirror the other side's edge, to lean on where this one is hidden.
 */
export function followTorsoEdge(
  side: SideProfile,
  from: number,
  start: number,
  to: number,
  jump: number,
  mirror: TorsoEdge | null,
): TorsoEdge {
  const out = new Float32Array(side.inner.length).fill(Number.NaN);
  let last = start;
  let lastRow = from;
  let seen = 0;
  for (let y = from; y <= to; y++) {
    const edge = side.inner[y]!;
    if (Number.isNaN(edge)) continue;
    if (edge > last + jump + STEEPEST * (y - lastRow - 1)) continue;
    out[y] = edge;
    last = edge;
    lastRow = y;
    seen++;
  }
  fillGaps(out, from, to, start, mirror);
  return { out, from, to, seen: seen / (to - from + 1) };
}

function fillGaps(
  out: Float32Array,
  from: number,
  to: number,
  start: number,
  mirror: TorsoEdge | null,
): void {
  if (Number.isNaN(out[from]!)) out[from] = start;
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
