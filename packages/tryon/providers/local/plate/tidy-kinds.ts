import type { Mask } from '@proteus/raster/types.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { closePockets } from './close-pockets.ts';
import { roundShoulders } from './round-shoulders.ts';
import { dropSkinCrumbs } from './skin-crumbs.ts';

/** Makes of what lies behind old cloth a body: without crumbs, pockets and corners. Changes `kinds` in place. */
export function tidyKinds(kinds: Mask, person: NearbyPerson, limbs: LimbCapsules): void {
  dropSkinCrumbs(kinds, person);
  closePockets(kinds, person);
  roundShoulders(kinds, person, limbs);
}
