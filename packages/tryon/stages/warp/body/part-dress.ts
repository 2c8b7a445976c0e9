import { PART } from '@proteus/contracts/person-parts.ts';
import { jointShare } from '@proteus/raster/joint-share.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowShoulders } from './frame-coordinates.ts';

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
    const isAbove = belowShoulders(frame, x, (pixel - x) / width) < at;
    labels[pixel] = PART[isAbove ? 'upper-clothes' : 'lower-clothes'];
    upper[pixel] = isAbove ? both[pixel]! : 0;
    lower[pixel] = isAbove ? 0 : both[pixel]!;
  }
  const plane = (data: Float32Array): Plane => ({ width, height, data });
  return {
    ...person,
    parts: { width, height, data: labels },
    regions: { ...regions, upper: plane(upper), lower: plane(lower) },
  };
}
