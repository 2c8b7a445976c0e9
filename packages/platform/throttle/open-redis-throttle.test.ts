import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { TEST_REDIS_URL } from '../testing/test-services.ts';
import { testAttemptThrottle } from './attempt-throttle.conformance.ts';
import { openRedisThrottle, type RedisThrottle } from './open-redis-throttle.ts';

describe.skipIf(TEST_REDIS_URL === undefined)('with a server', () => {
  const opened: RedisThrottle[] = [];
  afterAll(() => Promise.all(opened.map((throttle) => throttle.close())));
  testAttemptThrottle('Redis', async () => {
    const throttle = await openRedisThrottle(TEST_REDIS_URL ?? '', `test-${randomUUID()}:`);
    opened.push(throttle);
    return {
      throttle,
      async advance(milliseconds) {
        await sleep(milliseconds);
      },
    };
  });
});

it('goes on counting, for this process alone, while Redis is away', async () => {
  const throttle = await openRedisThrottle('redis://127.0.0.1:1');
  const rule = { limit: 2, windowMs: 60_000 };
  const verdicts = [];
  for (let attempt = 0; attempt < 3; attempt++) verdicts.push(await throttle.attempt('a', rule));
  expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, false]);
  await throttle.close();
});
