import { analyseGarmentPhoto } from './analyse-garment-photo.ts';
import type { GarmentAnalysis } from './garment-analysis.ts';
import type { StageClock } from './stage-clock.ts';
import { correctGarment } from './stages/garment/corrections/correct-garment.ts';
import type { TryOnContext, TryOnInput } from './try-on.ts';
import { workingSize } from './working-size.ts';

/** A garment that may have been understood before. */
export type RememberedGarment = Promise<GarmentAnalysis | null>;

/** Looks for what is known of the garment, while other things are done. */
export function recallGarment(
  input: Pick<TryOnInput, 'garment' | 'category' | 'config'>,
  { analyses }: Pick<TryOnContext, 'analyses'>,
): RememberedGarment {
  const remembered = analyses?.find('garment', shapingOf(input)) ?? Promise.resolve(null);
  // Whoever asks hears of the failure; nobody asks when the person is refused first.
  remembered.catch(() => {});
  return remembered;
}

/**
 * Everything that can be known of the garment, found out or remembered, with its landmarks where the
 * corrections put them.
 *
 * @param remembered where it was looked for already.
 * @throws {ProteusError} GARMENT_NOT_FOUND or UNSUPPORTED_GARMENT; INVALID_REQUEST when landmarks
 *   are put where they cannot be.
 * @throws the signal's reason when it is aborted.
 */
export async function understandGarment(
  input: Pick<TryOnInput, 'garment' | 'category' | 'config' | 'corrections'>,
  { poseEstimator, analyses, signal }: Pick<TryOnContext, 'poseEstimator' | 'analyses' | 'signal'>,
  clock: Pick<StageClock, 'enter'>,
  remembered: RememberedGarment = recallGarment(input, analyses ? { analyses } : {}),
): Promise<GarmentAnalysis> {
  clock.enter('garment');
  let found = await remembered;
  if (!found) {
    const checkpoint = () => clock.enter('garment');
    found = await analyseGarmentPhoto(input, { poseEstimator, signal, checkpoint });
    analyses?.keep('garment', shapingOf(input), found);
  }
  return correctGarment(found, input.corrections.garment_landmarks);
}

function shapingOf({
  garment,
  category,
  config,
}: Pick<TryOnInput, 'garment' | 'category' | 'config'>) {
  const { providers, pose: network, work } = config;
  return { ...workingSize(garment, work.res_long), category, network, providers };
}
