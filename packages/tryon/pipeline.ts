import { ProteusError } from '@proteus/contracts/errors.ts';
import type { Warning } from '@proteus/contracts/jobs/quality-reasons.ts';
import type { Stage } from '@proteus/contracts/jobs/stage.ts';
import { collectArtifacts } from './controls/collect-artifacts.ts';
import { dressWell } from './dress-well.ts';
import { createStageClock } from './stage-clock.ts';
import type { TryOnContext, TryOnInput, TryOnResult } from './try-on.ts';
import { recallGarment, understandGarment } from './understand-garment.ts';
import { understandPerson } from './understand-person.ts';

/** Share of the whole work that is done when a stage begins. */
const PROGRESS: { readonly [Name in Stage]: number } = {
  ingest: 0,
  pose: 0.05,
  'person-parsing': 0.25,
  garment: 0.45,
  warp: 0.6,
  geometry: 0.72,
  vton: 0.75,
  postprocess: 0.9,
  quality: 0.95,
};

/**
 * Dresses the person of one photo in the garment of another, from pictures to picture. The same
 * input gives the same bytes.
 *
 * @throws {ProteusError} PROVIDER_DISABLED, NO_PERSON, PERSON_TOO_SMALL, NOT_FRONTAL,
 *   SHOULDERS_HIDDEN, TORSO_CUT_OFF, LEGS_CUT_OFF, GARMENT_NOT_FOUND, UNSUPPORTED_GARMENT or QUALITY_TOO_LOW.
 * @throws the signal's reason when it is aborted.
 */
export async function runTryOn(input: TryOnInput, context: TryOnContext): Promise<TryOnResult> {
  const { config } = input;
  const { signal } = context;
  if (!config.vton.enabled) throw new ProteusError('PROVIDER_DISABLED');
  let reached = 0;
  const clock = createStageClock((stage) => {
    signal.throwIfAborted();
    // Another attempt goes through stages once more; what is done stays done.
    reached = Math.max(reached, PROGRESS[stage]);
    context.onProgress({ stage, progress: reached });
  });

  clock.enter('ingest');
  // Read and unpacked beside the person's.
  const remembered = recallGarment(input, context);
  const person = await understandPerson(input, context, clock);
  await context.breathe?.();
  const garment = await understandGarment(input, context, clock, remembered);
  await context.breathe?.();
  const { picture, quality, dressing } = dressWell(input, person, garment, clock, context);
  if (quality.score < config.qa_thresholds.refuse) {
    throw new ProteusError('QUALITY_TOO_LOW', { stage: 'quality' });
  }
  const warnings: Warning[] = [];
  if ((person.pose.peopleCount ?? 1) > 1) warnings.push('SEVERAL_PEOPLE');
  if (quality.score < config.qa_thresholds.warn) warnings.push('LOW_CONFIDENCE');
  const artifacts = config.debug.keep_artifacts
    ? collectArtifacts({ person, garment, dressing })
    : [];
  return {
    picture,
    category: garment.category,
    quality,
    warnings,
    timings: clock.finish(),
    artifacts,
  };
}
