import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from '../outline/outline.ts';
import type { SideLandmarks } from '../outline/side-landmarks.ts';
import type { SideProfile } from '../outline/side-profile.ts';
import { followTorsoEdge, hemCorner } from '../outline/torso-edge.ts';
import { findCornerTip } from './shoulder-tip.ts';

/** Armholes end between these parts of the height. */
const HIGHEST = 0.14;
const LOWEST = 0.6;
/** Least height of an armhole in shoulder widths. */
const LEAST_DEPTH = 0.36;
/** Greatest, in shoulder widths, or in this part of the garment's width where that is more. */
const DEEPEST = 0.95;
const WIDE = 0.6;
/** Distance up and down over which the bend at the armhole's end is measured, in the same. */
const BEND = 0.12;

/**
 * A side without a sleeve: a strap, a bare shoulder, a tube.
 *
 * @param armpitRow the armpit's row where it is known already; else it is looked for.
 */
export function sleevelessSide(
  outline: Outline,
  side: SideProfile,
  collar: Point,
  hemRow: number,
  armpitRow: number | null,
): SideLandmarks {
  const { sign } = side;
  const { middle, y: top, height } = outline;
  const start = Math.round(top + 0.3 * height);
  const from = { out: side.inner[start]! || 0, row: start };
  const whole = followTorsoEdge(side, from, from, hemRow, height, null);
  const hem = hemCorner(whole, middle, sign);
  const tip = findCornerTip(side, middle, collar, {
    x: hem.x,
    y: collar.y + 0.5 * (hem.y - collar.y),
  });
  const armpit =
    armpitRow === null
      ? findArmholeEnd(outline, side, tip)
      : { x: middle + sign * (side.outer[armpitRow] || 0), y: armpitRow };
  const end = { out: sign * (armpit.x - middle), row: armpit.y };
  const edge = followTorsoEdge(side, end, end, hemRow, height, null);
  return { sign, collar, tip, armpit, hem, edge, sleeved: false };
}

/**
 * The corner below the armhole: where the side turns from running outwards to running down, and
 * lies far outward of the straight line from the shoulder tip down.
 */
function findArmholeEnd(outline: Outline, side: SideProfile, tip: Point): Point {
  const { y: top, height, width, middle } = outline;
  const shoulders = 2 * side.sign * (tip.x - middle);
  const deepest = DEEPEST * Math.max(shoulders, WIDE * width);
  const lowest = Math.round(Math.min(top + LOWEST * height, tip.y + deepest));
  const from = Math.round(
    Math.min(
      0.7 * lowest + 0.3 * top,
      Math.max(tip.y + LEAST_DEPTH * shoulders, top + HIGHEST * height),
    ),
  );
  const tipOut = side.sign * (tip.x - middle);
  const endOut = side.outer[lowest] || tipOut;
  const reach = Math.max(2, Math.round(BEND * Math.max(shoulders, WIDE * width)));
  let best = Number.NEGATIVE_INFINITY;
  let found = { x: middle + side.sign * endOut, y: Math.round(top + 0.35 * height) };
  for (let y = from; y < lowest; y++) {
    const out = side.outer[y]!;
    const bend = 2 * out - side.outer[y - reach]! - side.outer[y + reach]!;
    const straight = tipOut + ((endOut - tipOut) * (y - tip.y)) / (lowest - tip.y);
    const score = bend + out - straight;
    if (!(score > best)) continue;
    best = score;
    found = { x: middle + side.sign * out, y };
  }
  return found;
}
