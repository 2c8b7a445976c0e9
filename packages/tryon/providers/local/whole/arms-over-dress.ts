import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { armsInFront } from '../cloth/occlusion.ts';
import { isBareLeg } from '../lower/leg-capsules.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { isHand } from '../skin/skin-known.ts';

/**
 * Where arms and hands lie in front of a dress, 0 to 1. Beside a dress hang whole hands, which reach
 * further than their landmarks tell, before bare thighs and a bare midriff, which the dress covers.
 *
 * @param reach share of each arm that the new sleeve covers.
 */
export function armsOverDress(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  trunk: Mask,
  plate: CleanPlate,
  reach: { readonly left: number; readonly right: number },
): Plane {
  const front = armsInFront(person, limbs, trunk, plate, reach, true);
  const { parts, regions } = person;
  for (let pixel = 0; pixel < front.data.length; pixel++) {
    const part = parts.data[pixel]!;
    if (part === PART['torso-skin'] || isBareLeg(part)) front.data[pixel] = 0;
    else if (isHand(part)) {
      front.data[pixel] = Math.max(front.data[pixel]!, regions.skin.data[pixel]!);
    }
  }
  return front;
}
