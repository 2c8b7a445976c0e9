import type { WorkPolicy } from '@proteus/contracts/config/policy.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
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
    kind: 'weaver',
    plan: async (job) => underPolicy(job, await readPolicy()),
    async run(job, read, engineOptions) {
      const { personKey, garmentKey, category, corrections, seed, config } = job;
      if (personKey === null) throw new ProteusError('IMAGE_MISSING');
      const [person, garment] = await Promise.all([read(personKey), read(garmentKey)]);
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
