import type { WorkPolicy } from '@proteus/contracts/config/policy.ts';
import type { PictureLimits } from '@proteus/platform/pictures/limits.ts';
import type { RunOptions } from './engine/engine-process.ts';
import type { TryOnOutcome, TryOnTask } from './engine/task.ts';
import { underPolicy } from './under-policy.ts';
import type { Work } from './work.ts';

export interface WeavingOptions {
  readonly engine: { run(task: TryOnTask, options: RunOptions): Promise<TryOnOutcome> };
  readonly pictureLimits: PictureLimits;
  readonly timeLimitMs: number;
  /** How the fleet works at the moment. */
  readonly readPolicy: () => Promise<WorkPolicy>;
}

/** The weavers' work: a person in a garment. */
export function createWeaving(options: WeavingOptions): Work {
  const { engine, pictureLimits, timeLimitMs, readPolicy } = options;
  return {
    plan: async (job) => underPolicy(job, await readPolicy()),
    async run(job, read, engineOptions) {
      const [person, garment] = await Promise.all([read(job.personKey), read(job.garmentKey)]);
      const { category, corrections, seed, config } = job;
      return await engine.run(
        {
          type: 'try-on',
          person,
          garment,
          category,
          corrections,
          seed,
          config,
          limits: pictureLimits,
        },
        { ...engineOptions, timeLimitMs },
      );
    },
  };
}
