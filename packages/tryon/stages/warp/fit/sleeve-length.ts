import type { Point } from '@proteus/raster/types.ts';
import type { GarmentSide, Sleeve, UpperBodyGarment } from '../../../garment-analysis.ts';

/** From this length on, in the garment's height, a sleeve reaches the wrist ... */
const LONG = 0.9;
/** ... and a shorter one of a wide garment does whose cuff lies this far down beside the hem. */
const BESIDE_HEM = 0.92;
/** A top is this much longer than a dress's bodice, which ends at the waist. */
const TOP_TO_BODICE = 1.4;

/** Height that sleeves are measured against: a top's own, or that of a dress if it were a top. */
function heightAsTop({ top, hem, waist }: UpperBodyGarment): number {
  return waist === null ? hem - top : (waist - top) * TOP_TO_BODICE;
}

/** Where a point of the garment lies along a sleeve's axis, in garment pixels; 0 = at its origin. */
export function alongSleeve({ origin, axis }: Sleeve, point: Point): number {
  return (point.x - origin.x) * axis.x + (point.y - origin.y) * axis.y;
}

/** A sleeve's outer edge, from the shoulder tip to the cuff, in garment pixels; 0 without a sleeve. */
export function tipToCuff({ sleeve, tip }: GarmentSide): number {
  return sleeve === null ? 0 : sleeve.length - Math.min(0, alongSleeve(sleeve, tip));
}

/**
 * Whether a garment's sleeve on one side is made to reach the wrist. Against the garment's height
 * long sleeves differ clearly from those that end below the elbow; tops cut wide and short have
 * shorter ones, whose cuffs lie beside the hem all the same.
 */
export function isLongSleeve(garment: UpperBodyGarment, side: GarmentSide): boolean {
  const { sleeve } = side;
  if (sleeve === null) return false;
  const height = heightAsTop(garment);
  const cuffRow = sleeve.origin.y + sleeve.axis.y * sleeve.length;
  return tipToCuff(side) > LONG * height || cuffRow - garment.top > BESIDE_HEM * height;
}
