import { analyseGarmentPhoto } from './analyse-garment-photo.ts';
import type { GarmentAnalysis } from './garment-analysis.ts';
import { correctGarment } from './stages/garment/corrections/correct-garment.ts';
import type { TryOnContext, TryOnInput } from './try-on.ts';
import { workingSize } from './working-size.ts';

/**
 * Everything that can be known of the garment, found out or remembered, with its landmarks where the
 * corrections put them.
 *
 * @throws {ProteusError} GARMENT_NOT_FOUND or UNSUPPORTED_GARMENT; INVALID_REQUEST when landmarks
 *   are put where they cannot be.
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
  const { providers, pose: network } = config;
  const shaping = { ...size, category, network, providers };
  let found = await analyses?.find('garment', shaping);
  if (!found) {
    found = await analyseGarmentPhoto({ garment, category, config }, { poseEstimator, signal });
    analyses?.keep('garment', shaping, found);
  }
  return correctGarment(found, corrections.garment_landmarks);
}
