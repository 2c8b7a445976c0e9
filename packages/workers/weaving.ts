import type { WorkPolicy } from '@proteus/contracts/config/policy.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { PictureLimits } from '@proteus/platform/pictures/limits.ts';
import { gatherPass } from './batch/gathering.ts';
import { underPolicy } from './under-policy.ts';
import type { Work } from './work.ts';
import type { WorkEngine } from './work-engine.ts';

export interface WeavingOptions {
  readonly engine: WorkEngine;
  readonly pictureLimits: PictureLimits;
  readonly timeLimitMs: number;
  /** How the fleet works at the moment. */
  readonly readPolicy: () => Promise<WorkPolicy>;
}

/** The weavers' work: a person in a garment; in batches as large as the policy and the engine allow. */
export function createWeaving(options: WeavingOptions): Work {
  const { engine, readPolicy } = options;
  const work = weaveWith(engine, options);
  const { passes } = engine;
  if (passes === undefined) return work;
  return {
    ...work,
    batches: {
      readSize: async () => Math.min((await readPolicy()).batchSize, passes.maxBatch),
      gather(seats, onPass) {
        const pass = gatherPass(engine, seats, onPass);
        return {
          seat() {
            const { engine: seated, leave } = pass.seat();
            return { work: weaveWith(seated, options), leave };
          },
        };
      },
    },
  };
}

function weaveWith(
  engine: Pick<WorkEngine, 'run'>,
  { pictureLimits: limits, timeLimitMs, readPolicy }: WeavingOptions,
): Work {
  return {
    kind: 'weaver',
    plan: async (job) => underPolicy(job, await readPolicy()),
    async run(job, read, engineOptions) {
      const { personKey, garmentKey, category, corrections, seed, config } = job;
      if (personKey === null) throw new ProteusError('IMAGE_MISSING');
      const [person, garment] = await Promise.all([read(personKey), read(garmentKey)]);
      return await engine.run(
        { type: 'try-on', person, garment, category, corrections, seed, config, limits },
        { ...engineOptions, timeLimitMs },
      );
    },
  };
}
