import type { Dressing } from './dressing.ts';
import type { UpperBodyGarment } from './garment-analysis.ts';
import type { PersonAnalysis } from './person-analysis.ts';
import { changedWindow } from './providers/local/changed-window.ts';
import { garmentCoverage } from './providers/local/cloth/coverage.ts';
import { composeTryOn } from './providers/local/compose.ts';
import { cropPerson } from './providers/local/crop-person.ts';
import type { StageClock } from './stage-clock.ts';
import { estimateGeometry } from './stages/geometry/estimate-geometry.ts';
import { partDress } from './stages/warp/body/part-dress.ts';
import { fitGarment } from './stages/warp/fit/fit-garment.ts';
import { bendGarment, drawBentGarment } from './stages/warp/warp-garment.ts';
import { loosen, type Variation } from './variation.ts';

/** What a dressing is told besides person and garment. */
export interface DressingOptions {
  readonly seed: number;
  /** In which way to go about it. */
  readonly variation: Variation;
  /** Whether somebody wants to see the relief of the dressed body. */
  readonly wantsGeometry: boolean;
}

/** This much of a dress stays under a new top's hem, in torso lengths: no skin shows below a curved one. */
const UNDER_HEM = 0.06;

/** Dresses a person in a top; over a dress, which goes on below it. */
export function dressUpperBody(
  person: PersonAnalysis,
  garment: UpperBodyGarment,
  options: DressingOptions,
  clock: StageClock,
  signal: AbortSignal,
): Dressing {
  clock.enter('warp');
  const { variation } = options;
  const fit = loosen(fitGarment(garment, person, variation.tuck), variation);
  const bent = bendGarment(garment, fit, signal, variation.moreRounds);
  const wearer = fit.oldHem.isDress
    ? partDress(person, fit.hem.hem - UNDER_HEM * person.frame.torsoLength)
    : person;
  const window = changedWindow(wearer, bent);
  const warped = drawBentGarment(garment, bent, window, signal);
  clock.enter('geometry');
  const place = () => ({ category: garment.category, cover: garmentCoverage(warped), window });
  const geometry = options.wantsGeometry ? estimateGeometry(person, place()) : null;
  clock.enter('vton');
  const nearby = cropPerson(wearer, window);
  const composition = composeTryOn(nearby, warped, fit, options.seed, () => clock.enter('vton'));
  const { left, right } = warped.sleeves;
  return {
    window,
    person: nearby,
    parts: [warped.torso, left, right].filter((part) => part !== null),
    cover: garmentCoverage(warped),
    isTucked: fit.hem.tuckedAt !== null,
    distortion: warped.distortion,
    ...composition,
    geometry,
  };
}
