/** Visible skin of one limb as it is seen from a place. */
export interface Kin {
  /** How much it tells of the place, 0 to 1. */
  readonly weight: number;
  /** How far away it is, in pixels. */
  readonly distance: number;
}

/** How much nearer the one is than the other: 1 = the one alone is near. */
function nearness(one: number, two: number): number {
  return (two * two + 1) / (one * one + two * two + 2);
}

/**
 * Parts what skin of an arm and of the trunk tell of one place: where both do, the nearer counts, and
 * together no more than one would alone.
 */
export function nearestKin(
  arm: Kin,
  trunk: Kin,
): { readonly armWeight: number; readonly trunkWeight: number } {
  const armIsNearer = nearness(arm.distance, trunk.distance);
  return {
    armWeight: arm.weight * (1 - trunk.weight * (1 - armIsNearer)),
    trunkWeight: trunk.weight * (1 - arm.weight * armIsNearer),
  };
}
