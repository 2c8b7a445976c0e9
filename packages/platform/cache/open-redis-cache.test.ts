import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TEST_REDIS_URL } from '../testing/test-services.ts';
import { testByteCache } from './byte-cache.conformance.ts';
import { openRedisCache } from './open-redis-cache.ts';

const open = (changes: { url?: string; ttlSeconds?: number } = {}) =>
  openRedisCache({
    url: TEST_REDIS_URL ?? '',
    prefix: `test-${randomUUID()}:`,
    ttlSeconds: 60,
    maxValueBytes: 1_000,
    ...changes,
  });

describe.skipIf(TEST_REDIS_URL === undefined)('with a server', () => {
  testByteCache('Redis', async () => {
    const cache = await open();
    return { cache, close: async () => cache.close() };
  });

  it('forgets what is too old, and keeps nothing that is too large', async () => {
    const cache = await open({ ttlSeconds: 1 });
    onTestFinished(() => cache.close());
    await cache.set('a', new Uint8Array(1_000));
    await cache.set('b', new Uint8Array(1_001));
    expect((await cache.get('a'))?.length).toBe(1_000);
    expect(await cache.get('b')).toBeNull();
    await sleep(1_500);
    expect(await cache.get('a')).toBeNull();
  });
});

it('lets the work go on when Redis is away', async () => {
  const cache = await open({ url: 'redis://127.0.0.1:1' });
  onTestFinished(() => cache.close());
  await expect(cache.set('a', new Uint8Array(1))).resolves.toBeUndefined();
  expect(await cache.get('a')).toBeNull();
});
