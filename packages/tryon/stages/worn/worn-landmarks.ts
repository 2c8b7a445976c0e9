import type { PersonAnalysis } from '../../person-analysis.ts';
import type { Outline } from '../garment/outline/outline.ts';
import type { SideLandmarks, UpperLandmarks } from '../garment/outline/side-landmarks.ts';
import { armAt, PICTURE_SIDES, type PictureSide, sideSign } from '../warp/body/body-side.ts';
import { belowShoulders, pointInFrame } from '../warp/body/frame-coordinates.ts';
import { measureShoulderLine, type ShoulderLine } from '../warp/body/shoulder-line.ts';
import {
  measureTorsoOutline,
  type TorsoOutline,
  torsoHalfWidth,
} from '../warp/body/torso-outline.ts';
import { clamp, median } from '../warp/scalar.ts';
import { wornCollar, wornTip } from './shoulder-ends.ts';
import { findSleeveEnd } from './sleeve-end.ts';
import { wornEdge } from './worn-edge.ts';

/** Where the armpit lies below the shoulder joint, in shoulder widths. */
const ARMPIT_BELOW = 0.44;
/** How far from the middle it lies at least and at most, likewise. */
const NEAREST_ARMPIT = 0.46;
const FARTHEST_ARMPIT = 0.6;
/** The hem is read in columns this near to the middle, in shoulder widths ... */
const HEM_REACH = 0.3;
/** ... and its ends between these shares of the way out to the side seam, no farther off than this. */
const HEM_END = { from: 0.5, to: 0.9 } as const;
const HEM_SLANT = 0.25;
/** Differences between the sides of so many shoulder widths, all together, leave 1 / e of the trust. */
const TOLERANCE = 2;

/**
 * Landmarks of a top or a dress that somebody wears, by the wearer's own body: an outline tells
 * little where sleeves hang against the torso, hair lies on the shoulders and hips are put out.
 *
 * @param outline of the whole garment, with its hidden parts.
 */
export function findWornLandmarks(person: PersonAnalysis, outline: Outline): UpperLandmarks {
  const line = measureShoulderLine(person);
  const torso = measureTorsoOutline(person);
  const reach = HEM_REACH * person.frame.shoulderWidth;
  const hemRow = rowOfHem(outline, -reach, reach);
  const [left, right] = PICTURE_SIDES.map((side) =>
    landmarkSide(person, outline, side, { line, torso, hemRow }),
  );
  return { left: left!, right: right!, hemRow, agreement: agreementOf(person, left!, right!) };
}

function landmarkSide(
  person: PersonAnalysis,
  outline: Outline,
  side: PictureSide,
  body: { readonly line: ShoulderLine; readonly torso: TorsoOutline; readonly hemRow: number },
): SideLandmarks {
  const { frame } = person;
  const { line, torso } = body;
  const sign = sideSign(side);
  const sleeveEnd = findSleeveEnd(person, outline.mask, side);
  const sleeved = sleeveEnd > 0;
  const collar = wornCollar(outline, frame, sign);
  const tip = wornTip(outline, frame, line, side, collar, sleeved);
  const half = torsoHalfWidth(
    torso,
    side,
    (ARMPIT_BELOW * frame.shoulderWidth) / frame.torsoLength,
  );
  const station = clamp(half / frame.shoulderWidth, NEAREST_ARMPIT, FARTHEST_ARMPIT);
  const joint = armAt(person.pose, side).shoulder;
  const below = belowShoulders(frame, joint.x, joint.y) + ARMPIT_BELOW * frame.shoulderWidth;
  const place = pointInFrame(frame, sign * station, below);
  const lowest = Math.max(0, body.hemRow - 1);
  const from = Math.round(Math.min(lowest, Math.max(place.y, tip.y + 1)));
  const edge = wornEdge(person, outline, side, { torso, sleeveEnd }, from, body.hemRow);
  const armpit = sleeved
    ? { x: place.x, y: from }
    : { x: outline.middle + sign * edge.out[from]!, y: from };
  const out = edge.out[edge.to]!;
  const end = rowOfHem(outline, sign * HEM_END.from * out, sign * HEM_END.to * out);
  const slant = HEM_SLANT * frame.shoulderWidth;
  const hem = {
    x: outline.middle + sign * out,
    y: Math.max(from + 1, Math.round(clamp(end, body.hemRow - slant, body.hemRow))),
  };
  return {
    sign,
    collar,
    tip,
    armpit,
    hem,
    edge,
    sleeved,
  };
}

/** Median lower end of the columns between two offsets from the middle, in whole pixels. */
function rowOfHem({ bottomOf, middle, y, height }: Outline, one: number, other: number): number {
  const rows: number[] = [];
  const first = Math.round(middle + Math.min(one, other));
  const last = Math.round(middle + Math.max(one, other));
  for (let x = first; x <= last; x++) if ((bottomOf[x] ?? -1) >= 0) rows.push(bottomOf[x]!);
  return rows.length > 0 ? Math.round(median(rows)) : y + height - 1;
}

/** 0 to 1: how alike the two sides are, measured from the body's middle in shoulder widths. */
function agreementOf({ frame }: PersonAnalysis, left: SideLandmarks, right: SideLandmarks): number {
  let difference = left.sleeved === right.sleeved ? 0 : 1;
  for (const name of ['collar', 'tip', 'hem'] as const) {
    const [one, two] = [left[name], right[name]];
    const middle = (one.x + two.x) / 2 - frame.shoulderMiddle.x;
    difference += Math.hypot(2 * middle, one.y - two.y) / frame.shoulderWidth;
  }
  return Math.exp(-difference / TOLERANCE) * (0.5 + 0.25 * (left.edge.seen + right.edge.seen));
}
