import type { Settings } from '@proteus/contracts/config/settings.ts';
import type { PictureTools } from '@proteus/gateway/dependencies.ts';
import { inspectPicture } from '@proteus/platform/pictures/inspect-picture.ts';
import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import type { EnginePool } from '@proteus/workers/engine/engine-pool.ts';

/** What the gateway has done to pictures: headers here, pixels in engine processes only. */
export function createPictureTools(engines: EnginePool, settings: Settings): PictureTools {
  const limits = pictureLimits(settings);
  const timeLimitMs = settings.DECODE_TIME_LIMIT_MS;
  return {
    inspect: async (bytes) => inspectPicture(bytes, limits),
    normalise: (bytes, signal) =>
      engines.run({ type: 'normalise', bytes, limits }, { signal, timeLimitMs }),
    encode: (bytes, options, signal) =>
      engines.run({ type: 'encode', bytes, options }, { signal, timeLimitMs }),
  };
}
