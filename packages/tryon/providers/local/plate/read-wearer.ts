import { drawLimbCapsules, type LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { scrapsAsCloth } from './arm-scraps.ts';
import { cuffAsCloth } from './cuff-as-cloth.ts';
import { distanceFromTop } from './distance-from-top.ts';
import { moveSharesToTop } from './move-shares-to-top.ts';
import { windowAsCloth } from './window-as-cloth.ts';

/** The person with all of the old top told, and what is measured of them. */
export interface Wearer {
  readonly person: NearbyPerson;
  readonly limbs: LimbCapsules;
  /** See `distanceFromTop`. */
  readonly toCloth: Float32Array;
}

/**
 * Finds what belongs to the old top, though the parse took it for something else: cuffs, scraps on the
 * arms, what shows between arm and side. What was measured of the person as seen is free on return.
 */
export function readWearer(seen: NearbyPerson): Wearer {
  const limbs = drawLimbCapsules(seen);
  const toCloth = distanceFromTop(seen);
  const uncuffed = cuffAsCloth(seen, limbs, toCloth);
  const whole = windowAsCloth(scrapsAsCloth(uncuffed, toCloth), limbs);
  if (whole === seen) return { person: seen, limbs, toCloth };
  const person = moveSharesToTop(whole, seen);
  // Without the cuffs the arms are slimmer.
  return { person, limbs: drawLimbCapsules(person), toCloth: distanceFromTop(person) };
}
