import type { GarmentSide, UpperBodyGarment } from '../../../garment-analysis.ts';

/** Where a garment ends as far as the fit is concerned. */
export interface EffectiveHem {
  /** Row in garment pixels. */
  readonly y: number;
  /** A bodysuit: below this row it narrows to the crotch and is always worn tucked in. */
  readonly bodysuit: boolean;
}

/** A hem narrower than this share of the chest belongs to a bodysuit. */
const NARROW_HEM = 0.5;
/** The bodysuit's hips: the lowest row still this wide against its widest seam. */
const HIP_WIDTH = 0.8;

function halfWidthAt(side: GarmentSide, index: number, middle: number): number {
  return Math.abs(side.seam[index]!.point.x - middle);
}

/** Finds the row to which the garment's length is measured. */
export function effectiveHem(garment: UpperBodyGarment): EffectiveHem {
  const { left, right, middle, hem } = garment;
  const chest = Math.abs(right.armpit.x - left.armpit.x);
  const hemWidth = Math.abs(right.hem.x - left.hem.x);
  const steps = Math.min(left.seam.length, right.seam.length);
  if (hemWidth >= NARROW_HEM * chest || steps === 0) return { y: hem, bodysuit: false };
  let widest = 0;
  for (let i = 0; i < steps; i++) {
    widest = Math.max(widest, halfWidthAt(left, i, middle) + halfWidthAt(right, i, middle));
  }
  let y = left.armpit.y;
  for (let i = 0; i < steps; i++) {
    const wide = halfWidthAt(left, i, middle) + halfWidthAt(right, i, middle);
    if (wide >= HIP_WIDTH * widest) y = (left.seam[i]!.point.y + right.seam[i]!.point.y) / 2;
  }
  return { y, bodysuit: true };
}
