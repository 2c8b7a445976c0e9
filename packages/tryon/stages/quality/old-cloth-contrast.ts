import { PART } from '@proteus/contracts/person-parts.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';

/**
 * How uneven the clothes are that come off: the standard deviation of their luma, 0 to 127. Prints and
 * stripes leave more behind, and tell less of the light, than plain cloth.
 *
 * @param brightness luma of the person's picture.
 */
export function measureOldContrast(
  { parts }: Pick<PersonAnalysis, 'parts'>,
  brightness: Plane,
  region: 'upper' | 'lower',
): number {
  const label = PART[`${region}-clothes`];
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let pixel = 0; pixel < parts.data.length; pixel++) {
    if (parts.data[pixel] !== label) continue;
    const value = brightness.data[pixel]!;
    count++;
    sum += value;
    squares += value * value;
  }
  if (count === 0) return 0;
  const mean = sum / count;
  return Math.sqrt(Math.max(0, squares / count - mean * mean));
}
