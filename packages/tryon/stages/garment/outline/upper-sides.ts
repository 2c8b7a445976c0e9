import type { Mask } from '@proteus/raster/types.ts';
import { GARMENT_PART, type GarmentSide } from '../../../garment-analysis.ts';
import { measureSleeve } from '../sleeves/sleeve-axis.ts';
import type { SideLandmarks } from './side-landmarks.ts';

/** Places down the side seam that are handed on: of a top, and of a dress. */
const TOP_POINTS = 7;
const DRESS_POINTS = 13;

/** What later stages ask about one side of a top or a dress. */
export function upperSide(
  side: SideLandmarks,
  parts: Mask,
  middle: number,
  category: 'upper' | 'dress',
): GarmentSide {
  const label = side.sign < 0 ? GARMENT_PART.leftSleeve : GARMENT_PART.rightSleeve;
  const { armpit, hem, edge } = side;
  const count = category === 'dress' ? DRESS_POINTS : TOP_POINTS;
  const seam = Array.from({ length: count }, (_, index) => {
    const t = (index + 1) / (count + 1);
    const y = armpit.y + t * (hem.y - armpit.y);
    const out = edge.out[Math.round(y)] ?? Number.NaN;
    const straight = armpit.x + t * (hem.x - armpit.x);
    return { t, point: { x: Number.isNaN(out) ? straight : middle + side.sign * out, y } };
  });
  return {
    collar: side.collar,
    tip: side.tip,
    armpit,
    hem,
    seam,
    sleeve: side.sleeved ? measureSleeve(parts, label, side.tip, armpit) : null,
  };
}
