import type { GarmentSide, UpperBodyGarment } from '../../garment-analysis.ts';
import { GARMENT_PART } from '../../garment-analysis.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { PictureSide } from './body-side.ts';
import { clothHalfWidth } from './cloth-width.ts';
import type { Constraint } from './constraint.ts';
import { pointInFrame } from './frame-coordinates.ts';
import { gradedShare } from './length-grade.ts';
import { clamp, mix } from './scalar.ts';
import type { TorsoMeasures } from './torso-measures.ts';
import type { TorsoOutline } from './torso-outline.ts';

/** Rows, as shares of the way from armpits to hem, and columns, from the middle to the seam. */
const ROWS = [-0.2, 0, 0.2, 0.4, 0.6, 0.8] as const;
const COLUMNS = [-0.5, 0, 0.5] as const;
const WEIGHT = 12;
/** Cloth before the chest is seen a little smaller than it lies flat. */
const FRONT_SCALE = 0.95;
/** Least and greatest scale of the front against that of the whole width. */
const LEAST_FRONT = 0.8;
const MOST_FRONT = 1.1;

/** The flat garment's half width at a row, down the side seam. */
export function seamHalfWidth(side: GarmentSide, middle: number, row: number): number {
  let above = side.armpit;
  if (row <= above.y) return Math.abs(above.x - middle);
  for (const { point } of side.seam) {
    if (point.y >= row) {
      const share = (row - above.y) / Math.max(1, point.y - above.y);
      return Math.abs(mix(above.x, point.x, share) - middle);
    }
    above = point;
  }
  return Math.abs(side.hem.x - middle);
}

function isFront({ alpha, innerCollar }: UpperBodyGarment, x: number, y: number): boolean {
  const column = Math.round(x);
  const row = Math.round(y);
  if (column < 0 || row < 0 || column >= alpha.width || row >= alpha.height) return false;
  const pixel = row * alpha.width + column;
  return alpha.data[pixel]! * (1 - innerCollar.data[pixel]!) > 0.5;
}

/**
 * Holds the front between its side seams. The seams alone would spread a body's width evenly over
 * the cloth; in truth the front keeps its own scale, its middle follows a turned body, and the sides
 * give what is missing.
 *
 * @param armpitBelow where the armpits go, in pixels below the shoulder joints.
 */
export function holdFront(
  garment: UpperBodyGarment,
  person: PersonAnalysis,
  outline: TorsoOutline,
  measures: TorsoMeasures,
  armpitBelow: number,
): Constraint[] {
  const { frame } = person;
  const { scale, hem, hemRow, grade, turn, offShoulder } = measures;
  const middleTurn = turn * frame.shoulderWidth;
  const armpitRow = (garment.left.armpit.y + garment.right.armpit.y) / 2;
  const constraints: Constraint[] = [];
  for (const t of ROWS) {
    const row = mix(armpitRow, hemRow.y, t);
    const below = mix(armpitBelow, hem, gradedShare(t, grade));
    const halfAt = (side: PictureSide) => {
      const flat = seamHalfWidth(garment[side], garment.middle, row);
      const worn = clothHalfWidth(outline, side, below / frame.torsoLength, flat * scale);
      return { flat, worn };
    };
    const left = halfAt('left');
    const right = halfAt('right');
    const mean = (left.worn + right.worn) / 2;
    const front = clamp(
      (FRONT_SCALE * scale * (left.flat + right.flat)) / 2,
      LEAST_FRONT * mean,
      MOST_FRONT * mean,
    );
    for (const u of COLUMNS) {
      const half = u < 0 ? left : right;
      const source = { x: garment.middle + u * half.flat, y: row };
      // Above the armpits an off-shoulder top is all neckline, which is held by itself.
      if (t < 0 && (offShoulder || !isFront(garment, source.x, source.y))) continue;
      const edge = u < 0 ? -half.worn : half.worn;
      const rest = edge - middleTurn - Math.sign(u) * front;
      const across = middleTurn + u * front + rest * u * u;
      constraints.push({
        source,
        target: pointInFrame(frame, across / frame.shoulderWidth, below),
        weight: WEIGHT,
        part: GARMENT_PART.torso,
      });
    }
  }
  return constraints;
}
