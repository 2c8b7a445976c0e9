import type { SideLandmarks } from '../outline/side-landmarks.ts';

/** The waist lies between these distances below the armpits, in chest widths. */
const HIGHEST = 0.15;
const LOWEST = 1;
/** Where it usually lies, and how much narrower it must be to be believed elsewhere. */
const USUAL = 0.5;
const PULL = 0.12;

/**
 * Row of a dress's waist: its narrowest place, drawn towards where waists lie when its sides are
 * nearly straight.
 */
export function findWaistRow(left: SideLandmarks, right: SideLandmarks, hemRow: number): number {
  const armpitRow = Math.max(left.edge.from, right.edge.from);
  const chest = Math.max(1, right.armpit.x - left.armpit.x);
  const from = Math.round(armpitRow + HIGHEST * chest);
  const to = Math.min(hemRow - 1, Math.round(armpitRow + LOWEST * chest));
  let best = Number.POSITIVE_INFINITY;
  let found = Math.min(hemRow, Math.round(armpitRow + USUAL * chest));
  for (let y = from; y <= to; y++) {
    const width = left.edge.out[y]! + right.edge.out[y]!;
    const away = (y - armpitRow) / chest - USUAL;
    const cost = width / chest + PULL * away * away;
    if (cost < best) {
      best = cost;
      found = y;
    }
  }
  return found;
}
