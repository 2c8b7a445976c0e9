/**
 * An engine program for fleets under test: takes in pictures as the real one does, but "tries on" in a few tenths of a
 * second, so that hundreds of jobs can be under way while things are killed. What it makes tells which pictures
 * it was made of: the person's pixels on the left, the garment's on the right.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { decodePicture } from '@proteus/platform/pictures/decode-picture.ts';
import { encodePicture } from '@proteus/platform/pictures/encode-picture.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import { createTaskRunner, type TaskContext } from '@proteus/workers/engine/run-task.ts';
import { serveTasks } from '@proteus/workers/engine/serve-tasks.ts';
import type { TryOnOutcome, TryOnTask } from '@proteus/workers/engine/task.ts';
import { withoutAlpha } from '@proteus/workers/engine/without-alpha.ts';

/** A larger seed was derived from the pictures, and says nothing of time: then it takes the usual one, so that stages are told of. */
const LONGEST_MS = 60_000;
const USUAL_MS = 500;
const STAGES = ['pose', 'person-parsing', 'garment', 'warp', 'vton'] as const;

const runTask = createTaskRunner({
  threads: 1,
  modelsDirectory: null,
  preparedFolder: null,
  cache: null,
});

serveTasks(async (task, context) => {
  if (task.type === 'warm-up') return null;
  return task.type === 'try-on' ? await pretend(task, context) : await runTask(task, context);
});

/** @param task its seed, when somebody chose it, is how long the work takes, milliseconds. */
async function pretend(
  task: TryOnTask,
  { signal, onProgress }: TaskContext,
): Promise<TryOnOutcome> {
  const startedAt = performance.now();
  const workMs = task.seed === null || task.seed > LONGEST_MS ? USUAL_MS : task.seed;
  const [person, garment] = await Promise.all(
    [task.person, task.garment].map(async (file) =>
      withoutAlpha(await decodePicture(file, task.limits, signal)),
    ),
  );
  for (const [index, stage] of STAGES.entries()) {
    onProgress({ stage, progress: index / STAGES.length });
    await sleep(workMs / STAGES.length, undefined, { signal });
  }
  const picture = sideBySide(person!, resizeRgb(garment!, person!.width, person!.height));
  const { bytes } = await encodePicture(picture, { format: 'png' });
  return {
    picture: bytes,
    width: picture.width,
    height: picture.height,
    category: 'upper',
    seed: task.seed ?? 0,
    quality: { score: 1, reasons: [], metrics: {} },
    warnings: [],
    timings: { total: Math.round(performance.now() - startedAt) },
    lookups: {},
    artifacts: [{ name: 'controls/pose', picture: bytes }],
  };
}

/** The left half of one picture and the right half of another of the same size. */
function sideBySide(left: RgbImage, right: RgbImage): RgbImage {
  const { width, height } = left;
  const data = new Uint8Array(left.data);
  for (let y = 0; y < height; y++) {
    const from = (y * width + Math.floor(width / 2)) * 3;
    const to = (y + 1) * width * 3;
    data.set(right.data.subarray(from, to), from);
  }
  return { width, height, data };
}
