import { connectRedis, redisReady } from '../redis/connect-redis.ts';
import type { ByteCache } from './byte-cache.ts';

export interface RedisCacheOptions {
  readonly url: string;
  /** What comes before all keys, such as `cache:analysis:`. */
  readonly prefix: string;
  /** Seconds after which a value is forgotten. */
  readonly ttlSeconds: number;
  /** A larger value is not kept. */
  readonly maxValueBytes: number;
}

/** A cache whose connection can be closed. */
export interface RedisCache extends ByteCache {
  close(): void;
}

const START_LIMIT_MS = 3_000;

/** Keeps bytes in Redis, for all processes of all machines. */
export async function openRedisCache(options: RedisCacheOptions): Promise<RedisCache> {
  const { url, prefix, ttlSeconds, maxValueBytes } = options;
  const client = connectRedis(url);
  await redisReady(client, START_LIMIT_MS);
  return {
    async get(key) {
      return client.getBuffer(prefix + key).catch(() => null);
    },
    async set(key, bytes) {
      if (bytes.byteLength > maxValueBytes) return;
      const value = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      // Full, or away for a while: the work goes on without a cache.
      await client.set(prefix + key, value, 'EX', ttlSeconds).catch(() => {});
    },
    close: () => client.disconnect(),
  };
}
