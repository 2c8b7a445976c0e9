import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import type { Category } from '@proteus/contracts/jobs/category.ts';
import type { Corrections } from '@proteus/contracts/jobs/corrections.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import type { PictureFormat } from '@proteus/platform/pictures/encode-picture.ts';
import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import type { EnginePool } from '@proteus/workers/engine/engine-pool.ts';
import type { TryOnOutcome } from '@proteus/workers/engine/task.ts';
import type { Pipeline } from './load-pipeline.ts';

/** One try-on that a command wants. */
export interface DressRequest {
  readonly person: Uint8Array;
  readonly garment: Uint8Array;
  readonly category?: Category;
  readonly corrections?: Corrections;
  /** Derived from the pictures and the configuration when left out. */
  readonly seed?: number | undefined;
  /** In place of the pipeline's own configuration. */
  readonly config?: PipelineConfig;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: StageProgress) => void;
}

/** Runs a try-on in one of these engines, under the settings' limits. */
export async function dressInEngine(
  engines: EnginePool,
  { settings, config }: Pipeline,
  request: DressRequest,
): Promise<TryOnOutcome> {
  const { person, garment, signal, onProgress, category = 'auto' } = request;
  return await engines.run(
    {
      type: 'try-on',
      person,
      garment,
      category,
      corrections: request.corrections ?? NO_CORRECTIONS,
      seed: request.seed ?? null,
      config: request.config ?? config,
      limits: pictureLimits(settings),
    },
    {
      signal,
      timeLimitMs: settings.ENGINE_TIME_LIMIT_MS,
      ...(onProgress ? { onProgress } : {}),
    },
  );
}

/** Writes a finished picture in another format, in an engine too. */
export async function encodeInEngine(
  engines: EnginePool,
  { settings }: Pipeline,
  picture: Uint8Array,
  format: PictureFormat,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { bytes } = await engines.run(
    { type: 'encode', bytes: picture, options: { format } },
    { signal, timeLimitMs: settings.DECODE_TIME_LIMIT_MS },
  );
  return bytes;
}
