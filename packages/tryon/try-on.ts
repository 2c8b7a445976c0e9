import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import type { Category, GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import type { Corrections } from '@proteus/contracts/jobs/corrections.ts';
import type { Quality } from '@proteus/contracts/jobs/quality.ts';
import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import type { RgbaImage, RgbImage } from '@proteus/raster/types.ts';
import type { AnalysisCache } from './analysis-cache.ts';
import type { PoseEstimator } from './pose.ts';

/** One try-on to do. Pictures are upright, sRGB, any size. */
export interface TryOnInput {
  readonly person: RgbImage;
  /** With alpha when the file had any: a cut-out garment is taken as it is. */
  readonly garment: RgbImage | RgbaImage;
  readonly category: Category;
  /** What the user knows better. */
  readonly corrections: Corrections;
  readonly seed: number;
  readonly config: PipelineConfig;
}

/** What the pipeline needs of the world. */
export interface TryOnContext {
  readonly poseEstimator: PoseEstimator;
  /** Without it every analysis is made anew; the result is the same. */
  readonly analyses?: AnalysisCache;
  readonly signal: AbortSignal;
  /** Called when a stage begins, and again at each step of a long one. */
  readonly onProgress: (progress: StageProgress) => void;
  /** Gets the first picture as soon as it is painted: most often the result's, which can be written while it is judged. */
  readonly onPicture?: (picture: RgbImage) => void;
  /** Called between long steps: lets what waits happen, such as an abort. */
  readonly breathe?: () => Promise<void>;
}

/** A named intermediate picture (`person_parts`, `controls/pose`, …). */
export interface Artifact {
  readonly name: string;
  readonly picture: RgbImage | RgbaImage;
}

export interface TryOnResult {
  /** At the person photo's own size; outside the changed region bit-identical to it. */
  readonly picture: RgbImage;
  readonly category: GarmentCategory;
  readonly quality: Quality;
  /** Stable codes of what the user should know (`SEVERAL_PEOPLE`, `LOW_CONFIDENCE`, …). */
  readonly warnings: readonly string[];
  /** Milliseconds by stage, and `total`. */
  readonly timings: Readonly<Record<string, number>>;
  /** Empty unless `config.debug.keep_artifacts`. */
  readonly artifacts: readonly Artifact[];
}
