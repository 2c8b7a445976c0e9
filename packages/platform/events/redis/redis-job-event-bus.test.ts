import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TEST_REDIS_URL } from '../../testing/test-services.ts';
import { jobEvent, testJobEventBus } from '../job-event-bus.conformance.ts';
import { openRedisJobEventBus } from './redis-job-event-bus.ts';

describe.skipIf(TEST_REDIS_URL === undefined)('with a server', () => {
  const url = TEST_REDIS_URL ?? '';

  testJobEventBus('Redis', async (onError) => {
    const options = { url, prefix: `test-${randomUUID()}:`, onError };
    const publisher = await openRedisJobEventBus(options);
    const subscriber = await openRedisJobEventBus(options);
    return {
      publisher,
      subscriber,
      close: async () => void (await Promise.all([publisher.close(), subscriber.close()])),
    };
  });

  it('says the end of a job on one channel and its progress on the other, as JSON', async () => {
    const listener = new Redis(url);
    onTestFinished(() => listener.disconnect());
    const heard: [string, string][] = [];
    const [mine, other] = [`mine-${randomUUID()}`, 'events:something_else'];
    listener.on('message', (channel: string, text: string) => {
      const { job_id, status } = JSON.parse(text);
      if (job_id === mine) heard.push([channel, status]);
    });
    await listener.subscribe('events:job_done', 'events:job_progress', other);
    const bus = await openRedisJobEventBus({ url, onError: () => {} });
    onTestFinished(() => bus.close());
    await bus.publish(jobEvent(mine));
    await bus.publish(jobEvent(mine, { progress: 0.6 }));
    await bus.publish(jobEvent(mine, { status: 'completed', progress: 1 }));
    await expect
      .poll(() => heard)
      .toEqual([
        ['events:job_progress', 'running'],
        ['events:job_done', 'completed'],
      ]);
  });

  it('passes over messages that are none of ours', async () => {
    const [prefix, errors]: [string, unknown[]] = [`test-${randomUUID()}:`, []];
    const bus = await openRedisJobEventBus({ url, prefix, onError: (error) => errors.push(error) });
    const stranger = new Redis(url);
    onTestFinished(async () => {
      stranger.disconnect();
      await bus.close();
    });
    const next = bus.next({}, AbortSignal.timeout(10_000));
    for (const text of ['', '{', '{"job_id":1}']) {
      await stranger.publish(`${prefix}events:job_done`, text);
    }
    await bus.publish(jobEvent('a', { status: 'completed' }));
    expect((await next)?.job_id).toBe('a');
    expect(errors).toHaveLength(3);
  });
});

it('does not hold up anybody when Redis is away', async () => {
  const bus = await openRedisJobEventBus({ url: 'redis://127.0.0.1:1', onError: () => {} });
  await expect(bus.publish(jobEvent('a', { status: 'completed' }))).rejects.toThrow();
  expect(await bus.next({}, AbortSignal.timeout(50))).toBeNull();
  await bus.close();
});
