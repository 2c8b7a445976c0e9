import { smoothStep } from '../scalar.ts';

/** Shares of the arm up to which a sleeve stands by itself, and from which it hangs along the arm. */
const LONGEST = [0.4, 0.6] as const;
/** Widths of a flat cuff, in those of the arm, up to which the arm fills it, and from which it stands off. */
const LOOSE = [1, 1.3] as const;

/**
 * How far a sleeve stands by itself: 1 = it keeps the shape in which it lies flat, 0 = it hangs along the
 * arm, or the arm fills it, and its underside bunches at the armpit.
 *
 * @param cuffShare where it ends, as a share of the arm.
 * @param looseness the flat cuff's width in those of the arm.
 */
export function stiffnessOf(cuffShare: number, looseness: number): number {
  return smoothStep(LONGEST[1], LONGEST[0], cuffShare) * smoothStep(LOOSE[0], LOOSE[1], looseness);
}
