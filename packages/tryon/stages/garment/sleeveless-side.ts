import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from './outline.ts';
import { findCornerTip } from './shoulder-tip.ts';
import type { SideLandmarks } from './side-landmarks.ts';
import type { SideProfile } from './side-profile.ts';
import { followTorsoEdge, hemCorner } from './torso-edge.ts';

/** Armholes end between these parts of the height. */
const HIGHEST = 0.14;
const LOWEST = 0.6;
/** Least height of an armhole in shoulder widths. */
const LEAST_DEPTH = 0.36;

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
      ? findArmholeEnd(outline, side, tip, hem)
      : { x: middle + sign * (side.outer[armpitRow] || 0), y: armpitRow };
  const end = { out: sign * (armpit.x - middle), row: armpit.y };
  const edge = followTorsoEdge(side, end, end, hemRow, height, null);
  return { sign, collar, tip, armpit, hem, edge, sleeved: false };
}

/**
 * The corner below the armhole: the point that lies farthest outward of the straight line from the
 * shoulder tip to the hem, in the part of the side where armholes end.
 */
function findArmholeEnd(outline: Outline, side: SideProfile, tip: Point, hem: Point): Point {
  const { y: top, height, middle } = outline;
  const dx = hem.x - tip.x;
  const dy = hem.y - tip.y;
  let farthest = Number.NEGATIVE_INFINITY;
  let found = { x: middle, y: Math.round(top + 0.35 * height) };
  const shoulders = 2 * side.sign * (tip.x - middle);
  const lowest = top + LOWEST * height;
  const from = Math.round(
    Math.min(
      0.7 * lowest + 0.3 * top,
      Math.max(tip.y + LEAST_DEPTH * shoulders, top + HIGHEST * height),
    ),
  );
  for (let y = from; y < lowest; y++) {
    const out = side.outer[y]!;
    if (Number.isNaN(out)) continue;
    const x = middle + side.sign * out;
    const distance = side.sign * ((x - tip.x) * dy - (y - tip.y) * dx);
    if (distance > farthest) {
      farthest = distance;
      found = { x, y };
    }
  }
  return found;
}
