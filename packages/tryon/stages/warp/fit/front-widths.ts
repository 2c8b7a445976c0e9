import type { GarmentSide, UpperBodyGarment } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { PictureSide } from '../body/body-side.ts';
import type { TorsoOutline } from '../body/torso-outline.ts';
import { clamp, mix } from '../scalar.ts';
import { clothHalfWidth } from './cloth-width.ts';
import type { TorsoMeasures } from './torso-measures.ts';

/** Cloth before the chest is seen a little smaller than it lies flat (eleven prints, flat and worn: 0.93 ± 0.06). */
const FRONT_SCALE = 0.93;
/** Least and greatest scale of the front against that of the whole width. */
const LEAST_FRONT = 0.76;
const MOST_FRONT = 1.1;
/** Where the length is drawn short or long to its place, the front's width goes so much of the way with it (as a power), for its prints' sake ... */
const WITH_LENGTH = 1 / 2;
/** ... within these shares of the length; what is shorter still is folded or hidden. */
const LENGTHS = [0.6, 1.5] as const;

/** The scale across a top's front by its own size, in picture pixels per garment pixel. */
export function ownFrontScale({ scale, along, hemScale }: TorsoMeasures): number {
  return scale * clamp(hemScale / along, ...LENGTHS) ** WITH_LENGTH;
}

/**
 * The scale, or width, of the front where the whole, from seam to seam, has another: its own as far as it can. The
 * sides give what is missing, or hang in folds.
 *
 * @param own the garment's own.
 * @param whole what brings the seams to the body's sides.
 */
export function frontScale(own: number, whole: number): number {
  return clamp(FRONT_SCALE * own, LEAST_FRONT * whole, MOST_FRONT * whole);
}

/** Half a garment's width at one row, in garment pixels as it lies and in picture pixels as it is worn. */
export interface HalfWidth {
  readonly flat: number;
  readonly worn: number;
}

/** How wide a garment is at one row. */
export interface FrontWidths {
  readonly left: HalfWidth;
  readonly right: HalfWidth;
  /** Half the width that the front would have at its own scale all over, in picture pixels. */
  readonly front: number;
}

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

/**
 * How wide the garment lies and is worn at one row.
 *
 * @param row in garment pixels.
 * @param below where the row is worn, in pixels below the shoulder joints.
 */
export function frontWidths(
  garment: UpperBodyGarment,
  { frame }: PersonAnalysis,
  outline: TorsoOutline,
  measures: TorsoMeasures,
  row: number,
  below: number,
): FrontWidths {
  const halfAt = (side: PictureSide): HalfWidth => {
    const flat = seamHalfWidth(garment[side], garment.middle, row);
    const own = flat * measures.scale;
    return { flat, worn: clothHalfWidth(outline, side, below / frame.torsoLength, own) };
  };
  const left = halfAt('left');
  const right = halfAt('right');
  const mean = (left.worn + right.worn) / 2;
  const own = (ownFrontScale(measures) * (left.flat + right.flat)) / 2;
  return { left, right, front: frontScale(own, mean) };
}
