import type { LowerBodyGarment } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { fitSkirt } from './fit-skirt.ts';
import { fitTrousers } from './fit-trousers.ts';
import { measureLowerBody } from './lower-body.ts';
import type { LowerFit } from './lower-fit.ts';

/** Works out where trousers, shorts or a skirt should lie on this person. */
export function fitLower(garment: LowerBodyGarment, person: PersonAnalysis): LowerFit {
  const body = measureLowerBody(person);
  const { crotch } = garment;
  return crotch === null ? fitSkirt(garment, body) : fitTrousers(garment, crotch, body);
}
