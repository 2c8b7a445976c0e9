import type { ExemplarLevel } from './exemplar-level.ts';
import { ROLE } from './role.ts';

/** Weight of a known pixel in a comparison; costs of whole patches then fit into 31 bits. */
const KNOWN = 16;
/** A guess counts less by this factor a pixel further from what is known ... */
const FADE = 0.8;
/** ... but never nothing. */
const LEAST = 1;
/** Further than this from what is known no difference is made. */
const FURTHEST = 250;

/** Steps along rows and columns from each pixel to the nearest known one. */
export function stepsFromKnown({ width, height, roles }: ExemplarLevel): Uint8Array {
  const steps = new Uint8Array(roles.length);
  for (let i = 0; i < steps.length; i++) steps[i] = roles[i]! >= ROLE.context ? 0 : FURTHEST;
  for (let i = width; i < steps.length; i++) {
    steps[i] = Math.min(steps[i]!, steps[i - 1]! + 1, steps[i - width]! + 1);
  }
  for (let i = width * (height - 1) - 1; i >= 0; i--) {
    steps[i] = Math.min(steps[i]!, steps[i + 1]! + 1, steps[i + width]! + 1);
  }
  return steps;
}

/**
 * Writes how much each pixel counts in comparisons: known ones most, guesses less the further in they lie,
 * unseen ones and guesses more than `depth` steps from what is known not at all.
 */
export function trustUpTo(
  depth: number,
  { roles }: ExemplarLevel,
  steps: Uint8Array,
  weights: Uint8Array,
): void {
  const fading = new Uint8Array(FURTHEST + 1);
  for (let step = 0; step <= FURTHEST; step++) {
    fading[step] = step > depth ? 0 : Math.max(LEAST, Math.round(KNOWN * FADE ** step));
  }
  for (let i = 0; i < weights.length; i++) {
    weights[i] = roles[i] === ROLE.unseen ? 0 : fading[steps[i]!]!;
  }
}
