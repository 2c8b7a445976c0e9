import type { GarmentSide, UpperBodyGarment } from '../../../garment-analysis.ts';
import type { PictureSide } from '../body/body-side.ts';
import { sideSign } from '../body/body-side.ts';
import { seamHalfWidth } from '../fit/front-widths.ts';

/** A dress down to its waist, measured like a top that ends there. */
export function bodiceOf(garment: UpperBodyGarment, waist: number): UpperBodyGarment {
  const cut = (side: PictureSide): GarmentSide => {
    const own = garment[side];
    const half = seamHalfWidth(own, garment.middle, waist);
    return {
      ...own,
      hem: { x: garment.middle + sideSign(side) * half, y: waist },
      seam: own.seam.filter(({ point }) => point.y < waist),
    };
  };
  return { ...garment, hem: waist, left: cut('left'), right: cut('right') };
}
