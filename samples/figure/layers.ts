/** Layers of a figure: surfaces that never blend into each other. */
export const LAYER = {
  skin: 0,
  eyes: 1,
  hair: 2,
  upper: 3,
  collar: 4,
  lower: 5,
  shoes: 6,
  /** Sleeves down to their cuffs; where they join the trunk they are in `upper` as well. */
  sleeves: 7,
} as const;

/** Regions of a garment or shoe; each has its own texture coordinates. */
export const REGION = {
  trunk: 0,
  leftSleeve: 1,
  rightSleeve: 2,
  leftLeg: 3,
  rightLeg: 4,
  band: 5,
  leftShoe: 6,
  rightShoe: 7,
} as const;
