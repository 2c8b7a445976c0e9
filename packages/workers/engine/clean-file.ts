import { hashPixels } from '@proteus/platform/hashing/hash-pixels.ts';
import { decodePicture } from '@proteus/platform/pictures/decode-picture.ts';
import { encodePicture } from '@proteus/platform/pictures/encode-picture.ts';
import { cleanGarment } from '@proteus/tryon/clean-garment.ts';
import { createPoseEstimator } from '@proteus/tryon/stages/pose/create-pose-estimator.ts';
import { createAnalysisCache } from './create-analysis-cache.ts';
import { inTenths } from './in-tenths.ts';
import type { TaskContext } from './run-task.ts';
import type { CleanOutcome, CleanTask } from './task.ts';
import type { TryOnTools } from './try-on-files.ts';

/** A garment alone, from picture file to picture file. */
export async function cleanFile(
  task: CleanTask,
  { networks, kept }: TryOnTools,
  { signal, onProgress }: TaskContext,
): Promise<CleanOutcome> {
  const startedAt = performance.now();
  onProgress({ stage: 'ingest', progress: 0 });
  const { category, config } = task;
  const garment = await decodePicture(task.garment, task.limits, signal);
  const analyses = kept && createAnalysisCache(kept, { garment: hashPixels(garment) });
  const poseEstimator = createPoseEstimator({
    network: networks.landmarks(config.pose.network),
    detector: networks.detector,
    mirror: config.pose.mirror,
  });
  const decoded = performance.now();
  const cleaned = await cleanGarment(
    { garment, category, config },
    { poseEstimator, ...(analyses ? { analyses } : {}), signal, onProgress },
  ).finally(() => analyses?.settled());
  const encoding = performance.now();
  const { bytes } = await encodePicture(cleaned.picture, { format: 'png' });
  const endedAt = performance.now();
  const { width, height } = cleaned.picture;
  return {
    picture: bytes,
    width,
    height,
    category: cleaned.category,
    categoryConfidence: cleaned.categoryConfidence,
    confidence: cleaned.confidence,
    timings: inTenths({
      ...cleaned.timings,
      decode: decoded - startedAt,
      encode: endedAt - encoding,
      total: endedAt - startedAt,
    }),
  };
}
