import type { Point } from '@proteus/raster/types.ts';
import { findCollarPoint } from '../neckline/collar-point.ts';
import { type Armpit, findSleeveArmpit } from '../sleeves/armpit.ts';
import { findCornerTip } from '../sleeves/shoulder-tip.ts';
import { sleevedSide, touchingSide } from '../sleeves/sleeved-side.ts';
import { sleevelessSide } from '../sleeves/sleeveless-side.ts';
import { findTouchingSleeves } from '../sleeves/touching-sleeves.ts';
import { findHemRow } from './hem-line.ts';
import type { Outline } from './outline.ts';
import { type SideProfile, type SideSign, scanSide } from './side-profile.ts';
import type { TorsoEdge } from './torso-edge.ts';

/** Landmarks of one side before the sleeves are measured. */
export interface SideLandmarks {
  readonly sign: SideSign;
  readonly collar: Point;
  readonly tip: Point;
  readonly armpit: Point;
  readonly hem: Point;
  readonly edge: TorsoEdge;
  readonly sleeved: boolean;
}

export interface UpperLandmarks {
  readonly left: SideLandmarks;
  readonly right: SideLandmarks;
  readonly hemRow: number;
  /** 0 to 1: how well the two sides agree. */
  readonly agreement: number;
}

/** Sides whose armpits differ by more than this part of the height are not believed both. */
const ARMPIT_TOLERANCE = 0.07;

/** Finds the landmarks of an upper-body garment, each side with the other as a witness. */
export function findUpperLandmarks(outline: Outline): UpperLandmarks {
  const hemRow = findHemRow(outline);
  const profiles = [scanSide(outline, -1), scanSide(outline, 1)] as const;
  const collars = agreeOnCollars(outline);
  const sides = landmarkSides(outline, profiles, collars, hemRow);
  return { left: sides[0], right: sides[1], hemRow, agreement: agreementOf(outline, sides) };
}

type Pair<T> = readonly [T, T];

function landmarkSides(
  outline: Outline,
  profiles: Pair<SideProfile>,
  collars: Pair<Point>,
  hemRow: number,
): Pair<SideLandmarks> {
  const [left, right] = profiles;
  const armpits = agreeOnArmpits(
    outline,
    findSleeveArmpit(outline, left),
    findSleeveArmpit(outline, right),
  );
  if (armpits !== null) {
    const first = sleevedSide(outline, left, collars[0], armpits[0], hemRow, null);
    const second = sleevedSide(outline, right, collars[1], armpits[1], hemRow, null);
    // The side that is seen better supports the other.
    return first.edge.seen >= second.edge.seen
      ? [first, sleevedSide(outline, right, collars[1], armpits[1], hemRow, first.edge)]
      : [sleevedSide(outline, left, collars[0], armpits[0], hemRow, second.edge), second];
  }
  const touching = findTouchingSleeves(outline);
  if (touching !== null) {
    const tips = meanTips(
      outline,
      findCornerTip(left, outline.middle, collars[0], touching[0].cuff),
      findCornerTip(right, outline.middle, collars[1], touching[1].cuff),
    );
    return [
      touchingSide(outline, -1, collars[0], tips[0], touching[0], hemRow),
      touchingSide(outline, 1, collars[1], tips[1], touching[1], hemRow),
    ];
  }
  const first = sleevelessSide(outline, left, collars[0], hemRow, null);
  const second = sleevelessSide(outline, right, collars[1], hemRow, null);
  const difference = Math.abs(first.armpit.y - second.armpit.y);
  if (difference <= ARMPIT_TOLERANCE * outline.height) return [first, second];
  // The corner below an armhole is faint; where one side misses it both take the middle.
  const row = Math.round((first.armpit.y + second.armpit.y) / 2);
  return [
    sleevelessSide(outline, left, collars[0], hemRow, row),
    sleevelessSide(outline, right, collars[1], hemRow, row),
  ];
}

/** Both tips at their mean height and distance: a corner in folds is easily missed on one side. */
function meanTips(outline: Outline, left: Point, right: Point): Pair<Point> {
  const out = (right.x - left.x) / 2;
  const y = Math.round((left.y + right.y) / 2);
  return [
    { x: outline.middle - out, y },
    { x: outline.middle + out, y },
  ];
}

function agreeOnArmpits(
  outline: Outline,
  left: Armpit | null,
  right: Armpit | null,
): readonly [Armpit, Armpit] | null {
  if (left === null && right === null) return null;
  if (left === null) return [right!, right!];
  if (right === null) return [left, left];
  if (Math.abs(left.row - right.row) <= ARMPIT_TOLERANCE * outline.height) return [left, right];
  // A gap that opens late (the sleeve lies against the torso) is found too low: trust the higher.
  return left.row < right.row ? [left, left] : [right, right];
}

function agreeOnCollars(outline: Outline): readonly [Point, Point] {
  const left = findCollarPoint(outline, -1);
  const right = findCollarPoint(outline, 1);
  const leftOut = outline.middle - left.x;
  const rightOut = right.x - outline.middle;
  const tolerance = 0.06 * outline.width;
  if (Math.abs(leftOut - rightOut) <= tolerance) return [left, right];
  // A crooked collar: draw both towards the common distance, on the outline again.
  const out = (leftOut + rightOut) / 2;
  return [collarAt(outline, -out), collarAt(outline, out)];
}

function collarAt(outline: Outline, offset: number): Point {
  const x = Math.round(outline.middle + offset);
  return { x, y: outline.topOf[x] ?? outline.y };
}

function agreementOf(outline: Outline, [left, right]: Pair<SideLandmarks>): number {
  let difference = 0;
  for (const name of ['collar', 'tip', 'armpit', 'hem'] as const) {
    const dx = outline.middle - left[name].x - (right[name].x - outline.middle);
    const dy = left[name].y - right[name].y;
    difference += Math.hypot(dx / outline.width, dy / outline.height);
  }
  return Math.exp(-difference / 0.2) * (0.5 + 0.25 * (left.edge.seen + right.edge.seen));
}
