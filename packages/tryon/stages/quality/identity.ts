import { PART } from '@proteus/contracts/person-parts.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';

/** Mean |difference| over face and hair above the chin, 0 to 255: 0 = untouched. */
export function measureIdentityChange(person: PersonAnalysis, result: RgbImage): number {
  const { parts, picture } = person;
  let sum = 0;
  let count = 0;
  for (let pixel = 0; pixel < parts.data.length; pixel++) {
    if (parts.data[pixel] !== PART.face) continue;
    for (let channel = pixel * 3; channel < pixel * 3 + 3; channel++) {
      sum += Math.abs(picture.data[channel]! - result.data[channel]!);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
