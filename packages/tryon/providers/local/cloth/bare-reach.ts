import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { isSleeved } from '../../../stages/warp/body/arm-outline.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { isSkin } from '../part-mask.ts';

/** An arm's first part lies beside the torso; cloth at the armhole covers it. */
export const ARMHOLE = 0.12;
/** How far below the old cuff is looked, as a share of the arm, and in which steps the cuff is looked for. */
const BELOW_CUFF = 0.12;
const STEP = 0.02;
/** An arm of which less than this is seen hangs behind the torso's cloth. */
const BESIDE_TORSO = 0.5;
/** Pixels of a bare arm needed to judge how much of it the torso covers. */
const ENOUGH_BARE = 120;

/** Where the old sleeve ends along an arm; 0 where there was none. */
function oldCuff(limbs: LimbCapsules, side: 0 | 1): number {
  let cuff = 0;
  for (let along = 0; along <= 1; along += STEP) {
    if (isSleeved(limbs.outlines[side], along)) cuff = along;
  }
  return cuff;
}

/**
 * How far towards the torso an arm's bare skin is seen beside the old top, in arm radii, 1 = all of it:
 * an arm that is drawn in above goes on at the same line. Measured right below the old cuff, down to the
 * elbow; 1 where no skin is seen there, and no arm at all (-1) where most of it hangs behind the torso.
 */
export function bareReach(person: PersonAnalysis, limbs: LimbCapsules, side: 0 | 1): number {
  const { parts } = person;
  const from = Math.max(ARMHOLE, oldCuff(limbs, side));
  const to = Math.min(from + BELOW_CUFF, limbs.elbows[side]);
  let covered = 0;
  let seen = 0;
  for (let pixel = 0; pixel < parts.data.length; pixel++) {
    if (limbs.side[pixel] !== side || limbs.distance[pixel]! >= 1) continue;
    const along = limbs.along[pixel]!;
    if (along <= from || along > to) continue;
    if (isSkin(parts.data[pixel]!)) seen++;
    else if (parts.data[pixel] === PART['upper-clothes']) covered++;
  }
  if (seen + covered < ENOUGH_BARE) return 1;
  const reach = (2 * seen) / (seen + covered) - 1;
  return reach < BESIDE_TORSO ? -1 : reach;
}
