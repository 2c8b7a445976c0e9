import { PART } from '@proteus/contracts/person-parts.ts';
import { erode } from '@proteus/raster/erode.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { partMask } from '../part-mask.ts';
import { BEHIND } from './behind-cloth.ts';
import { fillFromRegion, readFill } from './region-fill.ts';
import { softKind } from './soft-kind.ts';

/** Hair this close to anything else mixes with it, in pixels. */
const RIM = 3;

/**
 * Lets loose hair go on behind a high collar that was taken away, smoothly in its own colours.
 *
 * @param colour of what lies behind the old cloth; changed in place.
 * @param kinds `BEHIND` by pixel.
 * @param others shares of what else lies there, by pixel.
 */
export function continueHair(
  colour: RgbImage,
  kinds: Mask,
  { picture, parts }: Pick<PersonAnalysis, 'picture' | 'parts'>,
  others: readonly Float32Array[],
): void {
  if (!kinds.data.includes(BEHIND.hair)) return;
  const hair = partMask(parts, (part) => part === PART.hair);
  const fill = fillFromRegion(picture, erode(hair, RIM)) ?? fillFromRegion(picture, hair);
  if (fill === null) return;
  const share = softKind(kinds, [BEHIND.hair]);
  const own = new Float32Array(3);
  for (let pixel = 0; pixel < share.length; pixel++) {
    if (share[pixel]! <= 0 || kinds.data[pixel] === BEHIND.untouched) continue;
    const rest = others.reduce((sum, other) => sum + other[pixel]!, 0);
    const weight = share[pixel]! / (share[pixel]! + rest);
    const x = pixel % kinds.width;
    readFill(fill, x, (pixel - x) / kinds.width, own);
    for (let channel = 0; channel < 3; channel++) {
      const at = pixel * 3 + channel;
      colour.data[at] = Math.round(colour.data[at]! * (1 - weight) + own[channel]! * weight);
    }
  }
}
