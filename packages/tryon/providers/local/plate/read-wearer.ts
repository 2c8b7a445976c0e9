import { drawLimbCapsules, type LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { scrapsAsCloth } from './arm-scraps.ts';
import { beyondSlitAsCloth } from './beyond-slit.ts';
import { cuffAsCloth } from './cuff-as-cloth.ts';
import { distanceFromTop } from './distance-from-top.ts';
import { handBeforeSleeve } from './hand-before-sleeve.ts';
import { measureTones } from './limb-tones.ts';
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
 * arms, what shows between arm and side; and which arm a hand before the other's sleeve belongs to. What was measured of the person as seen is free on return.
 */
export function readWearer(seen: NearbyPerson): Wearer {
  const limbs = drawLimbCapsules(seen);
  const toCloth = distanceFromTop(seen);
  const told = handBeforeSleeve(seen, limbs);
  const uncuffed = cuffAsCloth(told, limbs, toCloth);
  const tones = measureTones(uncuffed);
  const beside = beyondSlitAsCloth(uncuffed, limbs, toCloth, tones);
  const whole = windowAsCloth(scrapsAsCloth(beside, toCloth, tones), limbs);
  if (whole === told) return { person: told, limbs, toCloth };
  const person = moveSharesToTop(whole, told);
  // Without the cuffs the arms are slimmer.
  return { person, limbs: drawLimbCapsules(person), toCloth: distanceFromTop(person) };
}
