import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import { partMask } from '../part-mask.ts';
import { isBareLeg } from './leg-capsules.ts';

/** Drawn skin passes into the visible leg over this far below the old hem, in torso lengths. */
const FADE = 0.09;
/** Up to this share of it the old hem's shadow lies on the skin, which is drawn anew whole. */
const SHADOW = 0.25;

/**
 * Lets the legs that are drawn under the old clothes pass into those that are seen below them: at the
 * old hem lies its shadow, and a step in tone would show where it was. Changes `removed` in place.
 *
 * @param label the old clothes' part.
 */
export function fadeAtHem(removed: Plane, person: PersonAnalysis, label: number): void {
  const cloth = partMask(person.parts, (part) => part === label);
  const squared = distanceTransform(cloth);
  const reach = FADE * person.frame.torsoLength;
  for (let pixel = 0; pixel < squared.length; pixel++) {
    const away = Math.sqrt(squared[pixel]!);
    if (away >= reach || !isBareLeg(person.parts.data[pixel]!)) continue;
    const drawn = 1 - smoothStep(SHADOW * reach, reach, away);
    if (drawn > removed.data[pixel]!) removed.data[pixel] = drawn;
  }
}
