/** A soft ridge (positive depth) or hollow of a leg, in its own coordinates. */
interface Relief {
  /** Place along the leg relative to the knee, in leg lengths. */
  readonly along: number;
  /** Place across, in radii, positive towards the other leg. */
  readonly inward: number;
  /** Half extents. */
  readonly length: number;
  readonly width: number;
  readonly depth: number;
}

/** What a leg seen from the front shows under even light. */
const RELIEFS: readonly Relief[] = [
  // Kneecap, the hollows beside and the fold under it.
  { along: -0.01, inward: 0, length: 0.022, width: 0.42, depth: 0.05 },
  { along: 0, inward: 0.75, length: 0.03, width: 0.25, depth: -0.05 },
  { along: 0, inward: -0.75, length: 0.03, width: 0.25, depth: -0.05 },
  { along: 0.032, inward: 0, length: 0.01, width: 0.5, depth: -0.06 },
  { along: -0.04, inward: 0.35, length: 0.014, width: 0.3, depth: -0.025 },
  // The shin's edge, and the calf's inner belly.
  { along: 0.2, inward: 0.12, length: 0.11, width: 0.16, depth: 0.035 },
  { along: 0.16, inward: 0.6, length: 0.07, width: 0.22, depth: -0.03 },
  // The thigh's long muscle.
  { along: -0.22, inward: -0.15, length: 0.1, width: 0.4, depth: 0.025 },
];

/**
 * Brightness, around 1, that bones and muscles give a bare leg.
 *
 * @param along 0 = hip joint, 1 = ankle.
 * @param inward distance from the middle line in radii, positive towards the other leg.
 * @param knee where the knee lies along the leg.
 */
export function legRelief(along: number, inward: number, knee: number): number {
  let brightness = 1;
  for (const relief of RELIEFS) {
    const down = (along - knee - relief.along) / relief.length;
    const across = (inward - relief.inward) / relief.width;
    const squared = down * down + across * across;
    if (squared < 9) brightness += relief.depth * Math.exp(-squared / 2);
  }
  return brightness;
}
