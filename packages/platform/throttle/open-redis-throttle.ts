import { connectRedis, redisReady } from '../redis/connect-redis.ts';
import type { AttemptRule, AttemptThrottle, AttemptVerdict } from './attempt-throttle.ts';
import { createMemoryThrottle } from './create-memory-throttle.ts';

const START_LIMIT_MS = 3_000;

/** A throttle that many processes share. */
export interface RedisThrottle extends AttemptThrottle {
  close(): Promise<void>;
}

/**
 * Counts attempts in Redis. While it is away each process counts for itself: better than to let
 * everything pass, or nobody.
 *
 * @param prefix what comes before the keys.
 */
export async function openRedisThrottle(url: string, prefix = 'rl:'): Promise<RedisThrottle> {
  const client = connectRedis(url);
  await redisReady(client, START_LIMIT_MS);
  const fallback = createMemoryThrottle();

  async function count(key: string, { limit, windowMs }: AttemptRule): Promise<AttemptVerdict> {
    const name = prefix + key;
    // The window begins with its first attempt, and no later one makes it longer.
    const window = client.multi().set(name, 0, 'PX', windowMs, 'NX').incr(name).pttl(name);
    const [, attempts, left] = ((await window.exec()) ?? []).map(([error, value]) => {
      if (error !== null) throw error;
      return Number(value);
    });
    if (attempts === undefined || left === undefined) throw new Error('Redis gave no answer.');
    const allowed = attempts <= limit;
    return { allowed, retryAfterMs: allowed ? 0 : Math.max(1, left) };
  }

  return {
    attempt: (key, rule) => count(key, rule).catch(() => fallback.attempt(key, rule)),
    async forget(key) {
      await fallback.forget(key);
      await client.del(prefix + key).catch(() => {});
    },
    async close() {
      client.disconnect();
    },
  };
}
