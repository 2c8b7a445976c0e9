import { PART } from '@proteus/contracts/person-parts.ts';
import { cropMask } from '@proteus/raster/crop.ts';
import type { DressingOptions } from './dress-upper-body.ts';
import type { Dressing } from './dressing.ts';
import type { LowerBodyGarment } from './garment-analysis.ts';
import type { PersonAnalysis } from './person-analysis.ts';
import { changedWindow } from './providers/local/changed-window.ts';
import { cropPerson } from './providers/local/crop-person.ts';
import { findCarried, withoutCarried } from './providers/local/lower/carried.ts';
import { composeLower, lowerCoverage } from './providers/local/lower/compose-lower.ts';
import type { StageClock } from './stage-clock.ts';
import { estimateGeometry } from './stages/geometry/estimate-geometry.ts';
import {
  findCarriedThings,
  keepCarriedThings,
} from './stages/person-parsing/tidy/carried-things.ts';
import { fitLower } from './stages/warp/lower/fit-lower.ts';
import { bendLower, drawBentLower } from './stages/warp/lower/warp-lower.ts';
import { validateLegs } from './validate-legs.ts';
import { loosen } from './variation.ts';

/**
 * Dresses a person in trousers, shorts or a skirt.
 *
 * @throws {ProteusError} LEGS_CUT_OFF.
 */
export function dressLowerBody(
  wearer: PersonAnalysis,
  garment: LowerBodyGarment,
  options: DressingOptions,
  clock: StageClock,
  signal: AbortSignal,
): Dressing {
  clock.enter('warp');
  validateLegs(wearer.pose, wearer.picture, wearer.frame.torsoLength);
  const hanging = findCarriedThings(wearer);
  const person = keepCarriedThings(wearer, hanging);
  const { variation } = options;
  const fit = loosen(fitLower(garment, person), variation);
  const bent = bendLower(garment, fit, signal, variation.moreRounds);
  const window = changedWindow(person, bent, PART['lower-clothes'], [person.frame.hipMiddle]);
  const warped = drawBentLower(garment, bent, window, signal);
  const cover = lowerCoverage(warped);
  clock.enter('geometry');
  const placed = { category: garment.category, cover, window };
  const geometry = options.wantsGeometry ? estimateGeometry(person, placed) : null;
  clock.enter('vton');
  const nearby = cropPerson(person, window);
  const carried = findCarried(nearby, hanging && cropMask(hanging, window));
  const composition = composeLower(nearby, warped, fit, window, carried, options.seed, () =>
    clock.enter('vton'),
  );
  const { left, right } = warped.legs;
  return {
    window,
    person: withoutCarried(nearby, carried),
    parts: [left, right, warped.seat].filter((part) => part !== null),
    cover,
    isTucked: false,
    distortion: bent.distortion,
    ...composition,
    geometry,
  };
}
