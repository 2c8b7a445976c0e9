import { PART } from '@proteus/contracts/person-parts.ts';
import { jointShare } from '@proteus/raster/joint-share.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';

/**
 * The same person with all clothes taken for one garment, as a dress takes the place of top and
 * trousers together.
 *
 * @param region what the one garment counts as.
 */
export function clothesAsOne<Person extends PersonAnalysis>(
  person: Person,
  region: 'upper' | 'lower',
): Person {
  const { parts, regions } = person;
  const { width, height } = parts;
  const label = PART[`${region}-clothes`];
  const data = parts.data.slice();
  for (let i = 0; i < data.length; i++) {
    if (data[i] === PART['upper-clothes'] || data[i] === PART['lower-clothes']) data[i] = label;
  }
  const all: Plane = { width, height, data: jointShare(regions.upper.data, regions.lower.data) };
  const none: Plane = { width, height, data: new Float32Array(width * height) };
  return {
    ...person,
    parts: { width, height, data },
    regions: {
      ...regions,
      upper: region === 'upper' ? all : none,
      lower: region === 'lower' ? all : none,
    },
  };
}
