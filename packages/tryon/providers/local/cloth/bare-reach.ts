import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { isSleeved } from '../../../stages/warp/body/arm-outline.ts';
import { median } from '../../../stages/warp/scalar.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { isSkin } from '../part-mask.ts';

/** An arm's first part lies beside the torso; cloth at the armhole covers it. */
export const ARMHOLE = 0.12;
/** How far below the old cuff is looked, as a share of the arm, and in which steps the cuff is looked for. */
const BELOW_CUFF = 0.12;
const STEP = 0.02;
/** An arm that is seen no further than this, in radii from its middle towards the torso, hangs behind the torso's cloth. */
const BESIDE_TORSO = -0.7;
/** The reach of an arm of which none is seen before or beside the torso. */
export const NO_ARM = -1;
/** Further from the torso than this, in radii, an arm is covered by a sleeve only ... */
const OUTSIDE = -0.5;
/** ... which goes on where it covers more than this share of that. */
const SLEEVE_SHARE = 0.1;
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

/** What is seen of one slice across an arm, in pixels. */
interface Slice {
  bare: number;
  covered: number;
  /** The same of its outer part alone. */
  bareOutside: number;
  coveredOutside: number;
}

/** Slices across an arm, from shoulder to wrist. */
function sliceArm({ parts }: PersonAnalysis, limbs: LimbCapsules, side: 0 | 1): readonly Slice[] {
  const slices: Slice[] = Array.from({ length: Math.ceil(1 / STEP) + 1 }, () => ({
    bare: 0,
    covered: 0,
    bareOutside: 0,
    coveredOutside: 0,
  }));
  for (let pixel = 0; pixel < parts.data.length; pixel++) {
    if (limbs.side[pixel] !== side || limbs.distance[pixel]! >= 1) continue;
    const slice = slices[Math.floor(limbs.along[pixel]! / STEP)]!;
    const isOutside = limbs.inward[pixel]! < OUTSIDE;
    if (isSkin(parts.data[pixel]!)) {
      slice.bare++;
      if (isOutside) slice.bareOutside++;
    } else if (parts.data[pixel] === PART['upper-clothes']) {
      slice.covered++;
      if (isOutside) slice.coveredOutside++;
    }
  }
  return slices;
}

/**
 * How far towards the torso an arm's bare skin is seen beside the old top, in arm radii, 1 = all of it:
 * an arm that is drawn in above goes on at the same line. Measured right below the old sleeve, whose cloth
 * lies around the arm's outer side too, down to the elbow; 1 where no skin is seen there, and `NO_ARM`
 * where nearly all of it hangs behind the torso.
 */
export function bareReach(person: PersonAnalysis, limbs: LimbCapsules, side: 0 | 1): number {
  const slices = sliceArm(person, limbs, side);
  const elbow = Math.floor(limbs.elbows[side] / STEP);
  const cuff = Math.ceil(Math.max(ARMHOLE, oldCuff(limbs, side)) / STEP);
  let from = cuff;
  while (from < elbow && isSleeve(slices[from]!)) from++;
  // An arm whose outer side is nowhere seen hangs behind the torso: no sleeve is that much too long.
  if (from >= elbow) from = cuff;
  const end = Math.min(from + Math.round(BELOW_CUFF / STEP), elbow);
  const seen = slices.slice(from, end).filter(({ bare, covered }) => bare + covered > 0);
  const pixels = seen.reduce((sum, { bare, covered }) => sum + bare + covered, 0);
  if (pixels < ENOUGH_BARE) return 1;
  // A slanting cuff lies across the first slices' inner side as the torso does: most of them tell.
  const reach = median(seen.map(({ bare, covered }) => (2 * bare) / (bare + covered) - 1));
  return reach < BESIDE_TORSO ? NO_ARM : reach;
}

function isSleeve({ bareOutside, coveredOutside }: Slice): boolean {
  return coveredOutside > SLEEVE_SHARE * (bareOutside + coveredOutside);
}
