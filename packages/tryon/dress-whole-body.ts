import { ProteusError } from '@proteus/contracts/errors.ts';
import { cropMask } from '@proteus/raster/crop.ts';
import type { DressingOptions } from './dress-upper-body.ts';
import type { Dressing } from './dressing.ts';
import type { UpperBodyGarment } from './garment-analysis.ts';
import type { PersonAnalysis } from './person-analysis.ts';
import { changedWindow } from './providers/local/changed-window.ts';
import { garmentCoverage } from './providers/local/cloth/coverage.ts';
import { cropPerson } from './providers/local/crop-person.ts';
import { composeDress } from './providers/local/whole/compose-dress.ts';
import type { StageClock } from './stage-clock.ts';
import { hasLegs } from './stages/garment/lower/has-legs.ts';
import { estimateGeometry } from './stages/geometry/estimate-geometry.ts';
import { clothesAsOne } from './stages/person-parsing/regions/clothes-as-one.ts';
import {
  findCarriedThings,
  keepCarriedThings,
} from './stages/person-parsing/tidy/carried-things.ts';
import { drawBentGarment } from './stages/warp/warp-garment.ts';
import { fitDress } from './stages/warp/whole/fit-dress.ts';
import { bendDress } from './stages/warp/whole/warp-dress.ts';
import { NEEDED_THIGH_FOR_DRESS, validateLegs } from './validate-legs.ts';
import { loosen } from './variation.ts';

/**
 * Dresses a person in a dress, in the place of top and lower clothes together; where the photo ends
 * above the dress's hem, the dress runs out of the picture.
 *
 * @throws {ProteusError} UNSUPPORTED_GARMENT for one with legs, LEGS_CUT_OFF.
 */
export function dressWholeBody(
  wearer: PersonAnalysis,
  garment: UpperBodyGarment,
  options: DressingOptions,
  clock: StageClock,
  signal: AbortSignal,
): Dressing {
  const { waist } = garment;
  if (waist === null || hasLegs(garment)) {
    throw new ProteusError('UNSUPPORTED_GARMENT', { stage: 'garment' });
  }
  clock.enter('warp');
  const { torsoLength } = wearer.frame;
  validateLegs(wearer.pose, wearer.picture, torsoLength, NEEDED_THIGH_FOR_DRESS);
  const carried = findCarriedThings(wearer);
  const person = keepCarriedThings(wearer, carried);
  const { variation } = options;
  const fit = loosen(fitDress(garment, waist, person), variation);
  const bent = bendDress(garment, fit, signal, variation.moreRounds);
  const clothed = clothesAsOne(person, 'upper');
  const window = changedWindow(clothed, bent);
  const warped = drawBentGarment(garment, bent, window, signal);
  clock.enter('geometry');
  const place = () => ({ category: garment.category, cover: garmentCoverage(warped), window });
  const geometry = options.wantsGeometry ? estimateGeometry(person, place()) : null;
  clock.enter('vton');
  const composition = composeDress(
    cropPerson(person, window),
    warped,
    fit,
    carried && cropMask(carried, window),
    window,
    options.seed,
    () => clock.enter('vton'),
  );
  const { left, right } = warped.sleeves;
  return {
    window,
    person: cropPerson(clothed, window),
    parts: [warped.torso, left, right].filter((part) => part !== null),
    cover: garmentCoverage(warped),
    isTucked: false,
    distortion: warped.distortion,
    ...composition,
    geometry,
  };
}
