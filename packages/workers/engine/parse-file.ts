import type { ParsedPerson } from '@proteus/contracts/api/parse.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import { PERSON_PARTS } from '@proteus/contracts/person-parts.ts';
import { POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import { hashPixels } from '@proteus/platform/hashing/hash-pixels.ts';
import { decodePicture } from '@proteus/platform/pictures/decode-picture.ts';
import { encodeIndexedPng } from '@proteus/platform/pictures/encode-indexed-png.ts';
import { resizeMask } from '@proteus/raster/resize-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { PART_COLOURS } from '@proteus/tryon/controls/part-colours.ts';
import type { PersonAnalysis } from '@proteus/tryon/person-analysis.ts';
import { createPoseEstimator } from '@proteus/tryon/stages/pose/create-pose-estimator.ts';
import { understandPerson } from '@proteus/tryon/understand-person.ts';
import { createAnalysisCache } from './create-analysis-cache.ts';
import type { TaskContext } from './run-task.ts';
import type { ParseTask } from './task.ts';
import type { TryOnTools } from './try-on-files.ts';
import { withoutAlpha } from './without-alpha.ts';

/** Who is where in one picture, as a try-on would see it; the map has the photo's own size. */
export async function parseFile(
  task: ParseTask,
  { networks, kept }: TryOnTools,
  { signal }: TaskContext,
): Promise<ParsedPerson> {
  const { config } = task;
  const photo = await decodePicture(task.bytes, task.limits, signal);
  const analyses = kept && createAnalysisCache(kept, { person: hashPixels(photo) });
  const corrections = { ...NO_CORRECTIONS, person_mask: task.strokes };
  const poseEstimator = createPoseEstimator({
    network: networks.landmarks(config.pose.network),
    detector: networks.detector,
    mirror: config.pose.mirror,
  });
  const analysis = await understandPerson(
    { person: withoutAlpha(photo), config, corrections },
    { poseEstimator, signal, ...(analyses ? { analyses } : {}) },
    { enter: () => signal.throwIfAborted() },
  ).finally(() => analyses?.settled());
  const { width, height } = photo;
  const labels = resizeMask(analysis.parts, width, height);
  const map = await encodeIndexedPng(labels, PART_COLOURS);
  return {
    width,
    height,
    confidence: rounded(analysis.parseConfidence, 3),
    people: analysis.pose.peopleCount ?? null,
    parts: measureParts(labels),
    pose: describePose(analysis),
    map: `data:image/png;base64,${Buffer.from(map).toString('base64')}`,
  };
}

function measureParts({ data }: Mask): ParsedPerson['parts'] {
  const pixels = new Uint32Array(PERSON_PARTS.length);
  for (let pixel = 0; pixel < data.length; pixel++) pixels[data[pixel]!]!++;
  return PERSON_PARTS.map((name, index) => ({
    index,
    name,
    colour: `#${PART_COLOURS[index]!.map((value) => value.toString(16).padStart(2, '0')).join('')}`,
    area: pixels[index]! / data.length,
  }));
}

function describePose({ pose, picture }: PersonAnalysis): ParsedPerson['pose'] {
  return {
    score: rounded(pose.score, 3),
    landmarks: POSE_LANDMARKS.map((name, index) => {
      const { x, y, visibility } = pose.landmarks[index]!;
      return {
        name,
        x: rounded(x / picture.width, 4),
        y: rounded(y / picture.height, 4),
        visibility: rounded(visibility, 3),
      };
    }),
  };
}

/** More digits than the networks know would only be noise. */
function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
