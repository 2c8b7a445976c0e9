import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { Category, GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import type { Stage } from '@proteus/contracts/jobs/stage.ts';
import type { Rectangle } from '@proteus/raster/crop.ts';
import { cropRgba } from '@proteus/raster/crop.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import type { RgbaImage, RgbImage } from '@proteus/raster/types.ts';
import { createStageClock } from './stage-clock.ts';
import { cutOutAtSize } from './stages/garment/cut-out/cut-out-at-size.ts';
import { cutOutLayers } from './stages/garment/cut-out/cut-out-layers.ts';
import { layOnWhite, matteOf } from './stages/garment/fit-picture.ts';
import { opaqueBounds } from './stages/garment/outline/opaque-bounds.ts';
import type { TryOnContext } from './try-on.ts';
import { understandGarment } from './understand-garment.ts';
import { workingSize } from './working-size.ts';

/** One garment photo to clean; upright, sRGB, any size. */
export interface CleanInput {
  readonly garment: RgbImage | RgbaImage;
  readonly category: Category;
  readonly config: PipelineConfig;
}

/** A garment alone. */
export interface CleanedGarment {
  /** Cropped to the garment, at the photo's own resolution; straight alpha. */
  readonly picture: RgbaImage;
  /** Where the crop lies in the photo. */
  readonly place: Rectangle;
  readonly category: GarmentCategory;
  /** 0 to 1: how clear the category is. */
  readonly categoryConfidence: number;
  /** 0 to 1: how sure the outline is. */
  readonly confidence: number;
  /** Milliseconds by stage, and `total`. */
  readonly timings: Readonly<Record<string, number>>;
}

/** Share of the whole work that is done when a stage begins. */
const UNDERSTANDING = 0.1;
const CUTTING = 0.8;

/**
 * Cuts a garment out of its photo, laid flat or worn by a model: transparent around it, tightly
 * cropped, at the photo's own resolution, the colours along its edge free of the old backdrop.
 *
 * @throws {ProteusError} GARMENT_NOT_FOUND or UNSUPPORTED_GARMENT.
 * @throws the signal's reason when it is aborted.
 */
export async function cleanGarment(
  { garment, category, config }: CleanInput,
  context: TryOnContext,
): Promise<CleanedGarment> {
  const { signal } = context;
  let reported: Stage | null = null;
  const clock = createStageClock((stage) => {
    signal.throwIfAborted();
    // Long stages are entered anew at each of their steps.
    if (stage === reported) return;
    reported = stage;
    context.onProgress({ stage, progress: stage === 'garment' ? UNDERSTANDING : CUTTING });
  });
  const input = { garment, category, config, corrections: NO_CORRECTIONS };
  const analysis = await understandGarment(input, context, clock);
  clock.enter('postprocess');
  const matte = matteOf(garment);
  const photo = layOnWhite(garment);
  const size = workingSize(garment, config.work.res_long);
  const fits = size.width === photo.width && size.height === photo.height;
  const working = fits ? photo : resizeRgb(photo, size.width, size.height);
  const layers = cutOutLayers(working, analysis);
  const whole = layers && cutOutAtSize(photo, size, layers, matte?.data ?? null);
  const place = whole && opaqueBounds(whole);
  if (!place) throw new ProteusError('GARMENT_NOT_FOUND', { stage: 'garment' });
  return {
    picture: cropRgba(whole, place),
    place,
    category: analysis.category,
    categoryConfidence: analysis.categoryConfidence,
    confidence: analysis.confidence,
    timings: clock.finish(),
  };
}
