import { ProteusError } from '@proteus/contracts/errors.ts';
import type { GarmentAnalysis } from './garment-analysis.ts';
import { analyseGarment } from './stages/garment/analyse-garment.ts';
import { photoWithoutMatte } from './stages/garment/fit-picture.ts';
import { showsFace } from './stages/garment/shows-face.ts';
import { type TakingOff, takeOffWearer } from './take-off-wearer.ts';
import type { TryOnInput } from './try-on.ts';
import { workingSize } from './working-size.ts';

/** What is less sure than this is no garment: garments reach 0.4, scenes and landscapes 0.1. */
const LEAST_CONFIDENCE = 0.15;

/**
 * Understands a garment from a photo of any kind: cut out, laid flat, or worn by a model.
 *
 * @throws {ProteusError} GARMENT_NOT_FOUND or UNSUPPORTED_GARMENT.
 * @throws the signal's reason when it is aborted.
 */
export async function analyseGarmentPhoto(
  { garment, category, config }: Pick<TryOnInput, 'garment' | 'category' | 'config'>,
  context: TakingOff,
): Promise<GarmentAnalysis> {
  const { checkpoint } = context;
  const photo = photoWithoutMatte(garment);
  const size = workingSize(garment, config.work.res_long);
  const fromWearer = async () => photo && takeOffWearer(photo, category, config, context);
  const looksWorn = photo !== null && showsFace(photo);
  const worn = looksWorn ? await fromWearer() : null;
  if (worn) return worn;
  try {
    return requireConfidence(analyseGarment(garment, category, size, checkpoint));
  } catch (error) {
    const isHidden = error instanceof ProteusError && error.code === 'GARMENT_NOT_FOUND';
    if (!isHidden || looksWorn) throw error;
    const found = await fromWearer();
    if (!found) throw error;
    return found;
  }
}

function requireConfidence(found: GarmentAnalysis): GarmentAnalysis {
  if (found.confidence >= LEAST_CONFIDENCE) return found;
  throw new ProteusError('GARMENT_NOT_FOUND', { stage: 'garment' });
}
