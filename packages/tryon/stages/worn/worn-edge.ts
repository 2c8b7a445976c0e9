import type { PersonAnalysis } from '../../person-analysis.ts';
import type { Outline } from '../garment/outline/outline.ts';
import type { TorsoEdge } from '../garment/outline/torso-edge.ts';
import {
  type ArmJoints,
  armAt,
  armDistance,
  type PictureSide,
  sideSign,
} from '../warp/body/body-side.ts';
import { belowShoulders, pointInFrame } from '../warp/body/frame-coordinates.ts';
import { type TorsoOutline, torsoHalfWidth } from '../warp/body/torso-outline.ts';
import { mix } from '../warp/scalar.ts';
import { sleevedPart } from './sleeve-end.ts';

/** Cloth that ends this near to an arm's bone, in shoulder widths, may end at the arm's sleeve. */
const AT_ARM = 0.24;
/** A run of cloth shorter than this share of the torso's half width was cut short by something. */
const CUT_SHORT = 0.6;
/** Down to this share of the torso's length the torso's own outline bounds the cloth. */
const TORSO_END = 1;
/** A skirt that ends at a hand or a sleeve widens by no more than this from row to row. */
const STEEPEST = 0.35;

/**
 * The side seam of a worn garment by row: where the cloth itself ends, or the torso beneath it
 * where a sleeve lies against it.
 *
 * @param sleeveEnd share of the arm that a sleeve covers, from the shoulder; 0 for none.
 */
export function wornEdge(
  person: PersonAnalysis,
  outline: Outline,
  side: PictureSide,
  { torso, sleeveEnd }: { readonly torso: TorsoOutline; readonly sleeveEnd: number },
  from: number,
  to: number,
): TorsoEdge {
  const { frame, pose } = person;
  const { mask, middle } = outline;
  const sign = sideSign(side);
  const arm = sleevedPart(armAt(pose, side), sleeveEnd);
  const out = new Float32Array(mask.height).fill(Number.NaN);
  let seen = 0;
  let last = 0;
  for (let y = from; y <= to; y++) {
    const below = belowShoulders(frame, middle, y);
    const share = below / frame.torsoLength;
    const half = torsoHalfWidth(torso, side, share);
    const body = pointInFrame(frame, (sign * half) / frame.shoulderWidth, below);
    const bodyOut = sign * (body.x - middle);
    const run = runFrom(outline, sign, y);
    const end = armDistance(arm, middle + sign * run, y);
    const clear = end > AT_ARM * frame.shoulderWidth && run < reachAt(arm, middle, sign, y);
    const free = sleeveEnd === 0 || clear;
    let edge = bodyOut;
    if (free && run > CUT_SHORT * bodyOut) edge = run;
    else if (share > TORSO_END) edge = Math.min(run || last, last + STEEPEST);
    else if (run > CUT_SHORT * bodyOut) edge = Math.min(run, bodyOut);
    if (free) seen++;
    out[y] = edge;
    last = edge;
  }
  return { out, from, to, seen: seen / (to - from + 1) };
}

/** How far outwards an arm's bones lie in a row, at least; infinite where they do not pass it. */
function reachAt(arm: ArmJoints, middle: number, sign: number, y: number): number {
  let reach = Number.POSITIVE_INFINITY;
  for (const [from, to] of [
    [arm.shoulder, arm.elbow],
    [arm.elbow, arm.wrist],
  ] as const) {
    if (y < Math.min(from.y, to.y) || y > Math.max(from.y, to.y) || from.y === to.y) continue;
    const x = mix(from.x, to.x, (y - from.y) / (to.y - from.y));
    reach = Math.min(reach, sign * (x - middle));
  }
  return reach;
}

/** How far the cloth reaches from the axis outwards without a gap, in pixels. */
function runFrom({ mask, middle }: Outline, sign: number, y: number): number {
  const { width, data } = mask;
  let run = 0;
  for (; ; run++) {
    const x = Math.round(middle + sign * run);
    if (x < 0 || x >= width || !data[y * width + x]) return run;
  }
}
