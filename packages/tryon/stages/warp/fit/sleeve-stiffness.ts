import { smoothStep } from '../scalar.ts';

/** Shares of the arm up to which a sleeve stands by itself, and from which it hangs along the arm. */
const LONGEST = [0.4, 0.6] as const;

/** How far a sleeve stands by itself that ends at this share of the arm: 1 = it stands, 0 = it hangs. */
export function stiffnessOf(cuffShare: number): number {
  return smoothStep(LONGEST[1], LONGEST[0], cuffShare);
}
