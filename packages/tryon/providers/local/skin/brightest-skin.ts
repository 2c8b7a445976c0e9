import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { quantileOf } from './skin-reference.ts';

/** What shines more than this share of all skin is a drop of light on a nose, or an error. */
const PERCENTILE = 0.95;
/** Pixels below which nothing is told. */
const ENOUGH = 300;
const BINS = 201;

/**
 * How light skin gets in this photo, face and body together: studio pictures are exposed so that even
 * fair skin keeps its colour in the light.
 *
 * @param known non-zero where skin below the face is seen undisturbed.
 * @returns L*, 0 to 100; 100 where too little skin is seen.
 */
export function measureBrightestSkin({ parts, lab }: NearbyPerson, known: Mask): number {
  const counts = new Uint32Array(BINS);
  let total = 0;
  for (let pixel = 0; pixel < known.data.length; pixel += 2) {
    if (known.data[pixel] === 0 && parts.data[pixel] !== PART.face) continue;
    counts[clamp(Math.round(lab.data[pixel * 3]! * 2), 0, BINS - 1)]!++;
    total++;
  }
  if (total < ENOUGH) return 100;
  return quantileOf(counts, total, PERCENTILE);
}
