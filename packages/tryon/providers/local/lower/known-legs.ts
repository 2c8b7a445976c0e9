import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { Capsules } from '../body/capsules.ts';
import { partMask } from '../part-mask.ts';
import { isBareLeg } from './leg-capsules.ts';

/** Skin this close to cloth or background mixes with it, in pixels. */
const RIM = 3;
/** Legs reach out so far, in radii of their capsules. */
const BESIDE_LEG = 1.5;
/** The old hem's shadow lies on the skin under it, this far in torso lengths. */
const SHADOW = 0.06;

/** Where bare legs are seen clear of cloth and its shadow; scraps beside the legs are none. */
export function findKnownLegs(
  person: Pick<PersonAnalysis, 'parts' | 'frame'>,
  legs: Pick<Capsules, 'distance'>,
): Mask {
  const known = erode(partMask(person.parts, isBareLeg), RIM);
  const cloth = partMask(person.parts, (part) => part === PART['lower-clothes']);
  const shadow = dilate(cloth, Math.max(RIM, SHADOW * person.frame.torsoLength)).data;
  for (let pixel = 0; pixel < known.data.length; pixel++) {
    if (shadow[pixel] !== 0 || legs.distance[pixel]! >= BESIDE_LEG) known.data[pixel] = 0;
  }
  return known;
}
