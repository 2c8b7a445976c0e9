import path from 'node:path';
import type { Settings } from '@proteus/contracts/config/settings.ts';
import type { SharedFolder } from '@proteus/workers/engine/engine-cache.ts';

const HOUR_MS = 3_600_000;
const MEGABYTE = 2 ** 20;

/** Where a server keeps analyses of photos, never longer than the photos; null = nowhere. */
export function analysisFolder(settings: Settings): SharedFolder | null {
  const { DATA_DIR, ANALYSIS_CACHE_MB, ANALYSIS_CACHE_HOURS, RESULT_TTL_HOURS } = settings;
  if (ANALYSIS_CACHE_MB === 0) return null;
  const hours =
    RESULT_TTL_HOURS === 0
      ? ANALYSIS_CACHE_HOURS
      : Math.min(ANALYSIS_CACHE_HOURS, RESULT_TTL_HOURS);
  return {
    folder: path.resolve(DATA_DIR, 'cache', 'analyses'),
    maxBytes: ANALYSIS_CACHE_MB * MEGABYTE,
    maxAgeMs: hours * HOUR_MS,
  };
}
