import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowShoulders } from '../body/frame-coordinates.ts';
import type { TorsoOutline } from '../body/torso-outline.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { clamp } from '../scalar.ts';
import { frontWidths } from './front-widths.ts';
import { gradeLength, type LengthGrade } from './length-grade.ts';
import type { TorsoMeasures } from './torso-measures.ts';

/** How a top's front hangs from its neckline. */
export interface HungFront {
  /** Where the armpits' row goes on the front, in pixels below the shoulder joints. */
  readonly armpitBelow: number;
  /** How what is missing from there to the hem is spread. */
  readonly grade: LengthGrade;
}

/** Least and greatest depth of the armpits' row on the front, below the joints, in shoulder widths. */
const HIGHEST_FRONT = 0.26;
const LOWEST_FRONT = 0.62;
/** By how much cloth between neckline and armpits may be longer or shorter than it is wide. */
const SHORTEST = 0.9;
const LONGEST = 1.1;
/** Less cloth than this between neckline and armpits, in shoulder widths, cannot carry the front. */
const LEAST_CLOTH = 0.1;
/** The neckline's middle is looked for this close to the garment's, in chest widths. */
const MIDDLE = 0.08;

/**
 * Hangs the front from the middle of the neckline. The armpits alone would stretch prints upwards
 * where a collar lies high on the shoulders' slope, or squeeze them where it lies low.
 *
 * @param neckline where the neckline goes.
 */
export function hangFront(
  garment: UpperBodyGarment,
  person: PersonAnalysis,
  outline: TorsoOutline,
  measures: TorsoMeasures,
  neckline: readonly Constraint[],
): HungFront {
  const { frame } = person;
  const { scale, along, hem, hemRow, tipRise, offShoulder } = measures;
  const { left, right, middle } = garment;
  const width = frame.shoulderWidth;
  const armpitRow = (left.armpit.y + right.armpit.y) / 2;
  const tipRow = (left.tip.y + right.tip.y) / 2;
  let armpitBelow = clamp(
    (armpitRow - tipRow) * along - tipRise,
    HIGHEST_FRONT * width,
    LOWEST_FRONT * width,
  );
  const reach = MIDDLE * Math.abs(right.armpit.x - left.armpit.x);
  const held = neckline.filter(({ source }) => Math.abs(source.x - middle) < reach);
  const lowest = held.reduce(
    (row, { source }) => Math.max(row, source.y),
    Number.NEGATIVE_INFINITY,
  );
  const from = held.find(({ source }) => source.y === lowest);
  const cloth = (armpitRow - lowest) * along;
  let even = along;
  if (from !== undefined && !offShoulder && cloth > LEAST_CLOTH * width) {
    const start = belowShoulders(frame, from.target.x, from.target.y);
    const chest = frontWidths(garment, person, outline, measures, armpitRow, armpitBelow);
    const across = (2 * chest.front) / Math.max(1, (chest.left.flat + chest.right.flat) * scale);
    even = across * along;
    armpitBelow = clamp(
      armpitBelow,
      start + SHORTEST * across * cloth,
      start + LONGEST * across * cloth,
    );
  }
  const lengthwise = (hem - armpitBelow) / Math.max(1, hemRow.y - armpitRow);
  return { armpitBelow, grade: gradeLength(armpitRow, hemRow.y, even, lengthwise) };
}
