import { PART } from '@proteus/contracts/person-parts.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { partMask } from '../part-mask.ts';

/** Squared distance of each pixel from the old top, in pixels. */
export function distanceFromTop({ parts }: PersonAnalysis): Float32Array {
  return distanceTransform(partMask(parts, (part) => part === PART['upper-clothes']));
}
