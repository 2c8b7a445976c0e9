import type { ErrorDetail } from '../errors.ts';
import type { GarmentLandmark } from './garment-landmarks.ts';

/** Landmarks by name, in any one unit; y grows downwards. */
export type LandmarkPlaces = {
  readonly [Name in GarmentLandmark]?: { readonly x: number; readonly y: number } | undefined;
};

/** What lies left of what in a garment's photo. */
const LEFT_OF: readonly (readonly [GarmentLandmark, GarmentLandmark])[] = [
  ['left_collar', 'right_collar'],
  ['left_shoulder', 'right_shoulder'],
  ['left_armpit', 'right_armpit'],
  ['left_waist', 'right_waist'],
  ['left_hem', 'right_hem'],
  ['left_waist', 'crotch'],
  ['crotch', 'right_waist'],
  ['left_hem', 'left_leg_inner_hem'],
  ['right_leg_inner_hem', 'right_hem'],
];

/** What lies above what. */
const ABOVE: readonly (readonly [GarmentLandmark, GarmentLandmark])[] = [
  ['left_collar', 'left_armpit'],
  ['right_collar', 'right_armpit'],
  ['left_shoulder', 'left_armpit'],
  ['right_shoulder', 'right_armpit'],
  ['left_armpit', 'left_waist'],
  ['right_armpit', 'right_waist'],
  ['left_armpit', 'left_hem'],
  ['right_armpit', 'right_hem'],
  ['left_waist', 'left_hem'],
  ['right_waist', 'right_hem'],
  ['left_waist', 'crotch'],
  ['right_waist', 'crotch'],
  ['crotch', 'left_leg_inner_hem'],
  ['crotch', 'right_leg_inner_hem'],
];

/**
 * Finds corrected landmarks that cross others.
 *
 * @param places every landmark that is known.
 * @param corrected those that a person set: nothing is said of pairs without any of them.
 * @returns one line per crossing pair, under the corrected landmark's name.
 */
export function findCrossings(
  places: LandmarkPlaces,
  corrected: readonly GarmentLandmark[],
): readonly ErrorDetail[] {
  const found: ErrorDetail[] = [];
  const check = (pairs: typeof ABOVE, axis: 'x' | 'y', relation: string, reverse: string) => {
    for (const [first, second] of pairs) {
      const one = places[first];
      const other = places[second];
      if (one === undefined || other === undefined || one[axis] < other[axis]) continue;
      if (corrected.includes(first)) {
        found.push({ path: first, message: `must lie ${relation} ${second}` });
      } else if (corrected.includes(second)) {
        found.push({ path: second, message: `must lie ${reverse} ${first}` });
      }
    }
  };
  check(LEFT_OF, 'x', 'left of', 'right of');
  check(ABOVE, 'y', 'above', 'below');
  return found;
}
