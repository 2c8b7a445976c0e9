import { dressLowerBody } from './dress-lower-body.ts';
import { type DressingOptions, dressUpperBody } from './dress-upper-body.ts';
import { dressWholeBody } from './dress-whole-body.ts';
import type { Dressing } from './dressing.ts';
import type { GarmentAnalysis } from './garment-analysis.ts';
import type { PersonAnalysis } from './person-analysis.ts';
import type { StageClock } from './stage-clock.ts';

/**
 * Dresses a person in a garment of any category.
 *
 * @throws {ProteusError} LEGS_CUT_OFF or UNSUPPORTED_GARMENT.
 */
export function dressPerson(
  person: PersonAnalysis,
  garment: GarmentAnalysis,
  options: DressingOptions,
  clock: StageClock,
  signal: AbortSignal,
): Dressing {
  switch (garment.category) {
    case 'upper':
      return dressUpperBody(person, garment, options, clock, signal);
    case 'lower':
      return dressLowerBody(person, garment, options, clock, signal);
    case 'dress':
      return dressWholeBody(person, garment, options, clock, signal);
  }
}
