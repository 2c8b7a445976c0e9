import type { GarmentAnalysis } from './garment-analysis.ts';
import { analyseGarment } from './stages/garment/analyse-garment.ts';
import type { TryOnContext, TryOnInput } from './try-on.ts';
import { workingSize } from './working-size.ts';

/**
 * Everything that can be known of the garment, found out or remembered.
 *
 * @throws {ProteusError} GARMENT_NOT_FOUND or UNSUPPORTED_GARMENT.
 * @throws the signal's reason when it is aborted.
 */
export async function understandGarment(
  {
    garment,
    category,
    config,
    corrections,
  }: Pick<TryOnInput, 'garment' | 'category' | 'config' | 'corrections'>,
  { analyses, signal }: Pick<TryOnContext, 'analyses' | 'signal'>,
): Promise<GarmentAnalysis> {
  const size = workingSize(garment, config.work.res_long);
  const landmarks = corrections.garment_landmarks;
  const shaping = { ...size, category, landmarks, providers: config.providers };
  const known = await analyses?.find('garment', shaping);
  if (known) return known;
  const found = analyseGarment(garment, category, size, signal);
  analyses?.keep('garment', shaping, found);
  return found;
}
