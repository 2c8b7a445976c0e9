import { analyseGarmentPhoto } from './analyse-garment-photo.ts';
import type { GarmentAnalysis } from './garment-analysis.ts';
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
  { poseEstimator, analyses, signal }: Pick<TryOnContext, 'poseEstimator' | 'analyses' | 'signal'>,
): Promise<GarmentAnalysis> {
  const size = workingSize(garment, config.work.res_long);
  const landmarks = corrections.garment_landmarks;
  const { providers, pose: network } = config;
  const shaping = { ...size, category, landmarks, network, providers };
  const known = await analyses?.find('garment', shaping);
  if (known) return known;
  const photo = { garment, category, config };
  const found = await analyseGarmentPhoto(photo, { poseEstimator, signal });
  analyses?.keep('garment', shaping, found);
  return found;
}
