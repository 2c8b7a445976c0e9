import type { Settings } from '@proteus/contracts/config/settings.ts';
import {
  type JobStatusCache,
  NO_JOB_STATUS_CACHE,
} from '@proteus/platform/cache/job-status/job-status-cache.ts';

/** Opens the cache of jobs' states, where there is a Redis for it; `CACHE_TTL=0` does without. */
export async function openJobStatus(
  { REDIS_URL, CACHE_TTL }: Settings,
  closers: AsyncDisposableStack,
): Promise<JobStatusCache> {
  if (REDIS_URL === undefined || CACHE_TTL === 0) return NO_JOB_STATUS_CACHE;
  const { openRedisJobStatus } = await import(
    '@proteus/platform/cache/job-status/open-redis-job-status.ts'
  );
  const cache = await openRedisJobStatus({ url: REDIS_URL, ttlSeconds: CACHE_TTL });
  closers.defer(() => cache.close());
  return cache;
}
