import { setImmediate } from 'node:timers/promises';
import { deriveSeed } from '@proteus/platform/hashing/derive-seed.ts';
import { hashPixels } from '@proteus/platform/hashing/hash-pixels.ts';
import { decodePicture } from '@proteus/platform/pictures/decode-picture.ts';
import { encodePicture } from '@proteus/platform/pictures/encode-picture.ts';
import { runTryOn } from '@proteus/tryon/pipeline.ts';
import { createPoseEstimator } from '@proteus/tryon/stages/pose/create-pose-estimator.ts';
import { collectBetweenSteps } from './collect-between-steps.ts';
import { createAnalysisCache, type KeptAnalyses } from './create-analysis-cache.ts';
import { createEarlyWriter } from './early-writer.ts';
import { inTenths } from './in-tenths.ts';
import type { PoseNetworks } from './pose-networks.ts';
import type { TaskContext } from './run-task.ts';
import type { TryOnOutcome, TryOnTask } from './task.ts';
import { withoutAlpha } from './without-alpha.ts';

/** What an engine has at hand. */
export interface TryOnTools {
  readonly networks: PoseNetworks;
  readonly kept: KeptAnalyses | null;
}

/** A whole try-on, from picture files to picture files. */
export async function tryOnFiles(
  task: TryOnTask,
  { networks, kept }: TryOnTools,
  { signal, onProgress, pass }: TaskContext,
): Promise<TryOnOutcome> {
  const startedAt = performance.now();
  onProgress({ stage: 'ingest', progress: 0 });
  const decode = pass?.decode ?? decodePicture;
  const [person, garment] = await Promise.all([
    decode(task.person, task.limits, signal),
    decode(task.garment, task.limits, signal),
  ]);
  const { category, config } = task;
  const hashes = { person: hashPixels(person), garment: hashPixels(garment) };
  const pictures = [hashes.person, hashes.garment];
  const seed = task.seed ?? deriveSeed({ pictures, category, config });
  const remembered = kept ?? (pass?.analyses ? { bytes: pass.analyses, version: '' } : null);
  const analyses = remembered && createAnalysisCache(remembered, hashes);
  const writer = createEarlyWriter();
  const decoded = performance.now();
  const result = await runTryOn(
    {
      person: withoutAlpha(person),
      garment,
      category,
      corrections: task.corrections,
      seed,
      config,
    },
    {
      poseEstimator: createPoseEstimator({
        network: networks.landmarks(config.pose.network),
        detector: networks.detector,
        mirror: config.pose.mirror,
      }),
      ...(analyses ? { analyses } : {}),
      signal,
      onProgress: collectBetweenSteps(onProgress),
      onPicture: writer.begin,
      breathe: setImmediate,
    },
  ).finally(() => analyses?.settled());
  const encoding = performance.now();
  const picture = await writer.finish(result.picture);
  const artifacts: { name: string; picture: Uint8Array }[] = [];
  for (const artifact of result.artifacts) {
    const { bytes } = await encodePicture(artifact.picture, { format: 'png' });
    artifacts.push({ name: artifact.name, picture: bytes });
  }
  const endedAt = performance.now();
  return {
    picture: picture.bytes,
    width: result.picture.width,
    height: result.picture.height,
    category: result.category,
    seed,
    quality: result.quality,
    warnings: result.warnings,
    timings: inTenths({
      ...result.timings,
      decode: decoded - startedAt,
      encode: endedAt - encoding,
      total: endedAt - startedAt,
    }),
    lookups: analyses?.lookups ?? {},
    artifacts,
  };
}
