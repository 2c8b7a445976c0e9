import type { Point } from '@proteus/raster/types.ts';
import { type Armpit, findSleeveArmpit } from './armpit.ts';
import { findCollarPoint } from './collar-point.ts';
import { findHemRow } from './hem-line.ts';
import type { Outline } from './outline.ts';
import { findSleevedTip, findStrapTip } from './shoulder-tip.ts';
import { type SideProfile, type SideSign, scanSide } from './side-profile.ts';
import { findSleevelessArmpit } from './sleeveless-armpit.ts';
import { followTorsoEdge, type TorsoEdge } from './torso-edge.ts';

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
/** A run that suddenly reaches this much farther (in garment widths) includes a sleeve. */
const TOUCH_JUMP = 0.03;

/** Finds the landmarks of an upper-body garment, each side with the other as a witness. */
export function findUpperLandmarks(outline: Outline): UpperLandmarks {
  const hemRow = findHemRow(outline);
  const left = scanSide(outline, -1);
  const right = scanSide(outline, 1);
  const armpits = agreeOnArmpits(
    outline,
    findSleeveArmpit(outline, left),
    findSleeveArmpit(outline, right),
  );
  const collars = agreeOnCollars(outline);
  const sides = [left, right].map((side, index) =>
    armpits === null
      ? sleevelessSide(outline, side, collars[index]!, hemRow)
      : sleevedSide(outline, side, collars[index]!, armpits[index]!, hemRow, null),
  );
  if (armpits !== null) {
    // The side that is seen better supports the other.
    const better = sides[0]!.edge.seen >= sides[1]!.edge.seen ? 0 : 1;
    const worse = 1 - better;
    if (sides[worse]!.edge.seen < 0.97) {
      sides[worse] = sleevedSide(
        outline,
        worse === 0 ? left : right,
        collars[worse]!,
        armpits[worse]!,
        hemRow,
        sides[better]!.edge,
      );
    }
  }
  return { left: sides[0]!, right: sides[1]!, hemRow, agreement: agreementOf(outline, sides) };
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
  return [-1, 1].map((sign) => {
    const x = Math.round(outline.middle + sign * out);
    return { x, y: outline.topOf[x] ?? outline.y };
  }) as unknown as readonly [Point, Point];
}

function sleevedSide(
  outline: Outline,
  side: SideProfile,
  collar: Point,
  armpit: Armpit,
  hemRow: number,
  mirror: TorsoEdge | null,
): SideLandmarks {
  const { sign } = side;
  const { middle, width } = outline;
  const point = { x: middle + sign * armpit.out, y: armpit.row };
  const edge = followTorsoEdge(side, armpit.row, armpit.out, hemRow, TOUCH_JUMP * width, mirror);
  const tip = findSleevedTip(outline, sign, collar, point);
  const hem = hemCorner(edge, middle, sign);
  return { sign, collar, tip, armpit: point, hem, edge, sleeved: true };
}

function sleevelessSide(
  outline: Outline,
  side: SideProfile,
  collar: Point,
  hemRow: number,
): SideLandmarks {
  const { sign } = side;
  const { middle, y: top, height } = outline;
  const from = Math.round(top + 0.3 * height);
  const whole = followTorsoEdge(side, from, side.inner[from]! || 0, hemRow, height, null);
  const hem = hemCorner(whole, middle, sign);
  const armpit = findSleevelessArmpit(outline, side, collar, hem);
  const row = Math.round(armpit.y);
  const edge = followTorsoEdge(side, row, Math.abs(armpit.x - middle), hemRow, height, null);
  const tip = findStrapTip(side, middle, collar, armpit);
  return { sign, collar, tip, armpit, hem, edge, sleeved: false };
}

/** Lower outer corner of the torso: the edge point farthest down and out. */
function hemCorner(edge: TorsoEdge, middle: number, sign: SideSign): Point {
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

function agreementOf(outline: Outline, sides: readonly SideLandmarks[]): number {
  const [left, right] = [sides[0]!, sides[1]!];
  let difference = 0;
  for (const name of ['collar', 'tip', 'armpit', 'hem'] as const) {
    const dx = outline.middle - left[name].x - (right[name].x - outline.middle);
    const dy = left[name].y - right[name].y;
    difference += Math.hypot(dx / outline.width, dy / outline.height);
  }
  return Math.exp(-difference / 0.2) * (0.5 + 0.25 * (left.edge.seen + right.edge.seen));
}
