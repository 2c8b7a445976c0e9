import type { ParsePerson } from '@proteus/gateway/dependencies.ts';
import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import type { EnginePool } from '@proteus/workers/engine/engine-pool.ts';
import type { Pipeline } from './load-pipeline.ts';

/** Parses people in the engines that have the networks loaded, between two jobs. */
export function createPersonParser(
  engines: EnginePool,
  { settings, config }: Pipeline,
): ParsePerson {
  const limits = pictureLimits(settings);
  return (bytes, { person_mask }, signal) =>
    engines.run(
      { type: 'parse', bytes, strokes: person_mask, config, limits },
      { signal, timeLimitMs: settings.ENGINE_TIME_LIMIT_MS },
    );
}
