import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from '../outline/outline.ts';
import type { SideLandmarks } from '../outline/side-landmarks.ts';
import type { SideProfile, SideSign } from '../outline/side-profile.ts';
import {
  followTorsoEdge,
  hemCorner,
  straightTorsoEdge,
  type TorsoEdge,
} from '../outline/torso-edge.ts';
import type { Armpit } from './armpit.ts';
import { findSleevedTip } from './shoulder-tip.ts';
import type { TouchingSleeve } from './touching-sleeves.ts';

/** A run that suddenly reaches this much farther (in garment widths) includes a sleeve. */
const TOUCH_JUMP = 0.03;
/** Depth of an armhole in shoulder widths where a sleeve hides it, and the deepest believed. */
const USUAL_DEPTH = 0.45;
const DEEPEST = 0.8;
/** No armhole is this deep: a wide short sleeve hangs before the torso down to its cuff. */
const NO_ARMHOLE = 1.08;
/** A sleeve that reaches this part of the height below its gap is a long one. */
const GOING_ON = 0.12;
/** Where a hidden armpit lies, in parts of the shoulder tip's distance from the axis. */
const HIDDEN_OUT = 0.94;
/** A torso is at most so many times as wide at armpits that are hidden as at its hem. */
const OVER_HEM = 1.15;

/** A side whose sleeve parts from the torso at a gap. */
export function sleevedSide(
  outline: Outline,
  side: SideProfile,
  collar: Point,
  gap: Armpit,
  hemRow: number,
  mirror: TorsoEdge | null,
): SideLandmarks {
  const { sign } = side;
  const { middle, width } = outline;
  const top = findSleevedTip(outline, sign, collar, { x: middle + sign * gap.out, y: gap.row });
  const tipOut = sign * (top.x - middle);
  // A gap that only opens far down, beside a sleeve that goes on or further down than any armhole, hides the armpit above it.
  const depth = (gap.row - top.y) / (2 * tipOut);
  const hidden =
    depth > NO_ARMHOLE || (depth > DEEPEST && goesOnBelow(side, gap, outline.height, width));
  const armpit = hidden ? hiddenArmpit(top, tipOut, gap.row) : gap;
  const point = { x: middle + sign * armpit.out, y: armpit.row };
  const tip = hidden ? findSleevedTip(outline, sign, collar, point) : top;
  const edge = followTorsoEdge(side, armpit, gap, hemRow, TOUCH_JUMP * width, mirror);
  const hem = hemCorner(edge, middle, sign);
  return { sign, collar, tip, armpit: point, hem, edge, sleeved: true };
}

/** A side whose sleeve hangs against the torso all the way down. */
export function touchingSide(
  outline: Outline,
  sign: SideSign,
  collar: Point,
  tip: Point,
  sleeve: TouchingSleeve,
  hemRow: number,
): SideLandmarks {
  const { middle } = outline;
  const hidden = hiddenArmpit(tip, sign * (tip.x - middle), hemRow);
  const armpit = { ...hidden, out: Math.min(hidden.out, OVER_HEM * sleeve.hemOut) };
  const hem = { x: middle + sign * sleeve.hemOut, y: hemRow };
  const edge = straightTorsoEdge(outline.mask.height, armpit, {
    out: sleeve.hemOut,
    row: hemRow,
  });
  const point = { x: middle + sign * armpit.out, y: armpit.row };
  return { sign, collar, tip, armpit: point, hem, edge, sleeved: true };
}

/** Whether the sleeve still lies outward of the torso well below the top of the gap. */
function goesOnBelow(side: SideProfile, gap: Armpit, height: number, width: number): boolean {
  const row = Math.round(gap.row + GOING_ON * height);
  return (side.outer[row] ?? 0) - gap.out > 0.05 * width;
}

function hiddenArmpit(tip: Point, tipOut: number, lowest: number) {
  const row = Math.round(tip.y + USUAL_DEPTH * 2 * tipOut);
  return { out: HIDDEN_OUT * tipOut, row: Math.min(row, lowest - 1) };
}
