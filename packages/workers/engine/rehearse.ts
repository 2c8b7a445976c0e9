import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import type { SpareWork } from './spare-time.ts';
import type { Rehearsal, TryOnTask } from './task.ts';

/** Long side of the pictures: loops are long enough to be compiled, and over soon when a job comes. */
const LONG_SIDE = 384;

/**
 * Try-ons of sample photos, small, so that a new engine's code is compiled before the first job asks
 * for it: that one otherwise takes three times as long. One piece of spare work for each try-on.
 *
 * @param dress does one of them.
 */
export function rehearse(
  { pairs, limits }: Rehearsal,
  config: PipelineConfig,
  dress: (task: TryOnTask, signal: AbortSignal) => Promise<unknown>,
): readonly SpareWork[] {
  const small = { ...config, work: { ...config.work, res_long: LONG_SIDE } };
  return pairs.map(({ person, garment }) => async (signal) => {
    await dress(
      {
        type: 'try-on',
        person,
        garment,
        category: 'auto',
        corrections: NO_CORRECTIONS,
        seed: 0,
        config: small,
        limits,
      },
      signal,
    );
  });
}
