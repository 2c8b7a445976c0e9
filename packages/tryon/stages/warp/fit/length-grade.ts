import { clamp } from '../scalar.ts';

/**
 * How a torso that has to be lengthened spreads this over its rows: the chest, where prints are,
 * keeps its proportions, and the plain cloth towards the hem takes more.
 */
export interface LengthGrade {
  /** Garment rows between which it is spread: armpits and hem. */
  readonly from: number;
  readonly to: number;
  /** Share of the mean lengthening at `from` and above, 0.6 to 1; 1 = spread evenly. */
  readonly first: number;
}

/** Below this share the hem would take so much that its own pattern shows it. */
const LEAST_FIRST = 0.6;

/**
 * @param even picture pixels per garment pixel that keep the proportions.
 * @param lengthwise those that bring the hem to its place.
 */
export function gradeLength(
  from: number,
  to: number,
  even: number,
  lengthwise: number,
): LengthGrade {
  return { from, to, first: clamp(even / lengthwise, LEAST_FIRST, 1) };
}

/** Maps the share of the way from armpits to hem in the flat garment to that on the body. */
export function gradedShare(t: number, { first }: LengthGrade): number {
  if (t <= 0) return first * t;
  if (t >= 1) return 1 + (2 - first) * (t - 1);
  return t * (first + (1 - first) * t);
}

/** Moves rest positions (x, y pairs, garment pixels) to the rows where the grade wants them. */
export function gradeRest(rest: Float64Array, grade: LengthGrade): Float64Array {
  const graded = rest.slice();
  const length = Math.max(1, grade.to - grade.from);
  for (let i = 1; i < graded.length; i += 2) {
    graded[i] = grade.from + length * gradedShare((rest[i]! - grade.from) / length, grade);
  }
  return graded;
}
