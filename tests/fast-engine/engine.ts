/**
 * An engine program for tests of the platform: makes pictures safe as the real one does, but dresses and cuts out in no time. What it gives back for a garment is the garment's own picture.
 */
import { serveTasks } from '@proteus/workers/engine/serve-tasks.ts';
import type {
  CleanOutcome,
  EngineTask,
  TaskResults,
  TryOnOutcome,
} from '@proteus/workers/engine/task.ts';

const SIZE = { width: 1, height: 1, category: 'upper' } as const;
const { signal } = new AbortController();

function dress(garment: Uint8Array, seed: number | null): TryOnOutcome {
  return {
    ...SIZE,
    picture: garment,
    seed: seed ?? 0,
    quality: { score: 1, reasons: [], metrics: {} },
    warnings: [],
    timings: {},
    lookups: {},
    artifacts: [],
  };
}

function cut(garment: Uint8Array): CleanOutcome {
  return { ...SIZE, picture: garment, categoryConfidence: 1, confidence: 1, timings: {} };
}

async function perform(task: EngineTask): Promise<TaskResults[EngineTask['type']]> {
  switch (task.type) {
    case 'warm-up':
      return null;
    case 'try-on':
      return dress(task.garment, task.seed);
    case 'clean':
      return cut(task.garment);
    case 'normalise': {
      // Loaded where pictures come in only.
      const { normalisePicture } = await import('@proteus/platform/pictures/normalise-picture.ts');
      return await normalisePicture(task.bytes, task.limits, signal);
    }
    case 'encode':
    case 'parse':
      throw new Error(`the fast engine does no ${task.type}`);
  }
}

serveTasks(async (task, { onProgress }) => {
  if (task.type === 'try-on' || task.type === 'clean') onProgress({ stage: 'pose', progress: 0.5 });
  return await perform(task);
});
