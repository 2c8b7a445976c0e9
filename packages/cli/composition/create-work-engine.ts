import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import { maxBatchOf } from '@proteus/tryon/providers/max-batch.ts';
import type { EnginePool } from '@proteus/workers/engine/engine-pool.ts';
import { runPassInPool } from '@proteus/workers/engine/run-pass-in-pool.ts';
import type { WorkEngine } from '@proteus/workers/work-engine.ts';

/** These engines as workers use them: with passes over several jobs where the provider makes some. */
export function createWorkEngine(pool: EnginePool, { vton }: PipelineConfig): WorkEngine {
  const maxBatch = maxBatchOf(vton.provider);
  return {
    run: (task, options) => pool.run(task, options),
    ...(maxBatch > 1
      ? { passes: { maxBatch, runPass: (items) => runPassInPool(pool, items) } }
      : {}),
  };
}
