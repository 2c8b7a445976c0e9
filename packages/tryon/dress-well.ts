import type { Quality } from '@proteus/contracts/jobs/quality.ts';
import { pasteRgb } from '@proteus/raster/paste-rgb.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import { keepBest } from './best-attempt.ts';
import { dressPerson } from './dress-person.ts';
import type { Dressing } from './dressing.ts';
import type { GarmentAnalysis } from './garment-analysis.ts';
import type { PersonAnalysis } from './person-analysis.ts';
import { takeOffGloss } from './providers/local/light/take-off-gloss.ts';
import { applyOverlay } from './providers/local/overlay.ts';
import { applyOverlayAtSize } from './providers/local/restore-full-size.ts';
import type { StageClock } from './stage-clock.ts';
import { assessQuality } from './stages/quality/assess-quality.ts';
import type { TryOnContext, TryOnInput } from './try-on.ts';
import { usualVariation, type Variation, variationsAfter } from './variation.ts';

/** A dressing, painted at the photo's own size and judged. */
export interface JudgedDressing {
  readonly variation: Variation;
  readonly dressing: Dressing;
  readonly picture: RgbImage;
  readonly quality: Quality;
}

/**
 * Dresses a person, and while the score stays below `qa_thresholds.warn` once more in other ways that
 * may mend what was wrong; the best picture counts.
 *
 * @throws {ProteusError} LEGS_CUT_OFF or UNSUPPORTED_GARMENT.
 */
export function dressWell(
  { person: photo, seed, corrections, config }: TryOnInput,
  person: PersonAnalysis,
  garment: GarmentAnalysis,
  clock: StageClock,
  { signal, onPicture }: Pick<TryOnContext, 'signal' | 'onPicture'>,
): JudgedDressing {
  const { tuck } = corrections;
  const worn = takeOffGloss(garment, person);
  const wantsGeometry = config.debug.keep_artifacts;
  const attempt = (variation: Variation, onPainted?: TryOnContext['onPicture']): JudgedDressing => {
    const options = { seed, variation, wantsGeometry };
    const dressing = dressPerson(person, worn, options, clock, signal);
    clock.enter('postprocess');
    const { window, overlay } = dressing;
    const composed = applyOverlay(dressing.person.picture, overlay);
    const picture =
      person.picture === photo
        ? pasteRgb(photo, composed, window)
        : applyOverlayAtSize(photo, person.picture, overlay, window);
    clock.enter('quality');
    onPainted?.(picture);
    const quality = assessQuality({ garment, dressing, result: composed });
    return { variation, dressing, picture, quality };
  };
  const first = attempt(usualVariation(tuck), onPicture);
  const { category } = garment;
  const { isTucked } = first.dressing;
  const { reasons } = first.quality;
  const variations = variationsAfter({ reasons, category, tuck, isTucked }, config.retry);
  return keepBest(first, variations, config.qa_thresholds.warn, (other) => attempt(other));
}
