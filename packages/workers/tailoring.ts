import type { PictureLimits } from '@proteus/platform/pictures/limits.ts';
import type { RunOptions } from './engine/engine-process.ts';
import type { CleanOutcome, CleanTask } from './engine/task.ts';
import type { Work } from './work.ts';

export interface TailoringOptions {
  readonly engine: { run(task: CleanTask, options: RunOptions): Promise<CleanOutcome> };
  readonly pictureLimits: PictureLimits;
  readonly timeLimitMs: number;
}

/** The tailors' work: a garment alone, at its photo's own resolution however crowded the fleet is. */
export function createTailoring(options: TailoringOptions): Work {
  const { engine, pictureLimits: limits, timeLimitMs } = options;
  return {
    kind: 'tailor',
    plan: async (job) => ({ job, warnings: [] }),
    async run({ garmentKey, category, config }, read, engineOptions) {
      const garment = await read(garmentKey);
      const { picture, timings } = await engine.run(
        { type: 'clean', garment, category, config, limits },
        { ...engineOptions, timeLimitMs },
      );
      return { picture, quality: null, warnings: [], timings, lookups: {}, artifacts: [] };
    },
  };
}
