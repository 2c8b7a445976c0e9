import { ProteusError } from '@proteus/contracts/errors.ts';
import type { Stage } from '@proteus/contracts/jobs/stage.ts';
import { collectArtifacts } from './controls/collect-artifacts.ts';
import { dressPerson } from './dress-person.ts';
import { applyOverlay } from './providers/local/overlay.ts';
import { pasteRgb } from './providers/local/paste-rgb.ts';
import { applyOverlayAtSize } from './providers/local/restore-full-size.ts';
import { createStageClock } from './stage-clock.ts';
import { assessQuality } from './stages/quality/assess-quality.ts';
import type { TryOnContext, TryOnInput, TryOnResult } from './try-on.ts';
import { understandGarment } from './understand-garment.ts';
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
  const clock = createStageClock((stage) => {
    signal.throwIfAborted();
    context.onProgress({ stage, progress: PROGRESS[stage] });
  });

  clock.enter('ingest');
  const person = await understandPerson(input, context, clock);
  const { picture, pose } = person;
  clock.enter('garment');
  const garment = await understandGarment(input, context);
  const { seed, corrections } = input;
  const options = { seed, corrections, wantsGeometry: config.debug.keep_artifacts };
  const dressing = dressPerson(person, garment, options, clock, signal);
  const { window, overlay } = dressing;
  clock.enter('postprocess');
  const composed = applyOverlay(dressing.person.picture, overlay);
  const result =
    picture === input.person
      ? pasteRgb(input.person, composed, window)
      : applyOverlayAtSize(input.person, picture, overlay, window);
  clock.enter('quality');
  const quality = assessQuality({ garment, dressing, result: composed });
  if (quality.score < config.qa_thresholds.refuse) {
    throw new ProteusError('QUALITY_TOO_LOW', { stage: 'quality' });
  }
  const warnings: string[] = [];
  if ((pose.peopleCount ?? 1) > 1) warnings.push('SEVERAL_PEOPLE');
  if (quality.score < config.qa_thresholds.warn) warnings.push('LOW_CONFIDENCE');
  const artifacts = config.debug.keep_artifacts
    ? collectArtifacts({ person, garment, dressing })
    : [];
  return {
    picture: result,
    category: garment.category,
    quality,
    warnings,
    timings: clock.finish(),
    artifacts,
  };
}
