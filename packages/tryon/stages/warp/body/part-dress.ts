import { PART } from '@proteus/contracts/person-parts.ts';
import { jointShare } from '@proteus/raster/joint-share.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { clamp } from '../scalar.ts';
import { belowShoulders } from './frame-coordinates.ts';

/** The parting is as soft as a seen edge, in pixels ... */
const EDGE = 2;
/** ... and so far above it the skirt begins, which is not taken off: it is what shows through that edge. */
const UNDER_EDGE = 3;

/**
 * The same person with her dress parted at a height, as a new top parts it from sight: above, it is
 * taken for a top; below, for a skirt.
 *
 * @param at pixels below the shoulder joints.
 */
export function partDress(person: PersonAnalysis, at: number): PersonAnalysis {
  const { parts, regions, frame } = person;
  const { width, height } = parts;
  const labels = parts.data.slice();
  const upper = regions.upper.data.slice();
  const lower = regions.lower.data.slice();
  const both = jointShare(upper, lower);
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const part = labels[pixel];
    if (part !== PART['upper-clothes'] && part !== PART['lower-clothes']) continue;
    const x = pixel % width;
    const above = at - belowShoulders(frame, x, (pixel - x) / width);
    const share = clamp(above / EDGE + 0.5, 0, 1);
    labels[pixel] = PART[above > UNDER_EDGE ? 'upper-clothes' : 'lower-clothes'];
    upper[pixel] = both[pixel]! * share;
    lower[pixel] = both[pixel]! * (1 - share);
  }
  const plane = (data: Float32Array): Plane => ({ width, height, data });
  return {
    ...person,
    parts: { width, height, data: labels },
    regions: { ...regions, upper: plane(upper), lower: plane(lower) },
  };
}
