import { randomUUID } from 'node:crypto';
import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import {
  type SocketMessage,
  socketMessageSchema,
} from '@proteus/contracts/events/socket-message.ts';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TEST_REDIS_URL } from '../../testing/test-services.ts';
import { messageOf } from '../describe-event.ts';
import { jobEvent, testJobEventBus } from '../job-event-bus.conformance.ts';
import { openRedisJobEventBus } from './redis-job-event-bus.ts';

/** With no more than the event says. */
const plainly = async (event: JobEvent) => messageOf(event, 'their try-on', 1_000);

describe.skipIf(TEST_REDIS_URL === undefined)('with a server', () => {
  const url = TEST_REDIS_URL ?? '';

  testJobEventBus('Redis', async (onError) => {
    const options = { url, prefix: `test-${randomUUID()}:`, describe: plainly, onError };
    const publisher = await openRedisJobEventBus(options);
    const subscriber = await openRedisJobEventBus(options);
    return {
      publisher,
      subscriber,
      close: async () => void (await Promise.all([publisher.close(), subscriber.close()])),
    };
  });

  it('says the end on one channel and progress on the other, in the words of the WebSocket', async () => {
    const listener = new Redis(url);
    onTestFinished(() => listener.disconnect());
    const heard: [string, SocketMessage][] = [];
    const [mine, other] = [`mine-${randomUUID()}`, 'events:something_else'];
    listener.on('message', (channel: string, text: string) => {
      const message = socketMessageSchema.parse(JSON.parse(text));
      if (message.job_id === mine) heard.push([channel, message]);
    });
    await listener.subscribe('events:job_done', 'events:job_progress', other);
    const bus = await openRedisJobEventBus({ url, describe: plainly, onError: () => {} });
    onTestFinished(() => bus.close());
    await bus.publish(jobEvent(mine));
    await bus.publish(jobEvent(mine, { progress: 0.6 }));
    await bus.publish(jobEvent(mine, { status: 'completed', stage: null, progress: 1 }));
    const common = {
      event_id: `1000-${mine}`,
      job_type: 'try_on',
      job_id: mine,
      user_id: 'me',
      vton_id: 'their try-on',
    };
    await expect
      .poll(() => heard)
      .toEqual([
        ['events:job_progress', { ...common, status: 'running', stage: 'pose', progress: 0.5 }],
        ['events:job_done', { ...common, status: 'completed', progress: 1 }],
      ]);
  });

  it('tells of an end although the rest of it cannot be read', async () => {
    const [prefix, errors]: [string, unknown[]] = [`test-${randomUUID()}:`, []];
    const bus = await openRedisJobEventBus({
      url,
      prefix,
      describe: () => Promise.reject(new Error('the database is away')),
      onError: (error) => errors.push(error),
    });
    onTestFinished(() => bus.close());
    const next = bus.next({}, AbortSignal.timeout(10_000));
    await bus.publish(jobEvent('a', { status: 'failed', stage: null, error_code: 'NO_PERSON' }));
    expect(await next).toMatchObject({ status: 'failed', error_code: 'NO_PERSON' });
    expect(errors).toHaveLength(1);
  });

  it('passes over messages that are none of ours', async () => {
    const [prefix, errors]: [string, unknown[]] = [`test-${randomUUID()}:`, []];
    const bus = await openRedisJobEventBus({
      url,
      prefix,
      describe: plainly,
      onError: (error) => errors.push(error),
    });
    const stranger = new Redis(url);
    onTestFinished(async () => {
      stranger.disconnect();
      await bus.close();
    });
    const next = bus.next({}, AbortSignal.timeout(10_000));
    for (const text of ['', '{', '{"job_id":1}']) {
      await stranger.publish(`${prefix}events:job_done`, text);
    }
    // In the contract's words alone.
    const theirs = { job_type: 'try_on', job_id: 'a', user_id: 'me', status: 'completed' };
    await stranger.publish(`${prefix}events:job_done`, JSON.stringify(theirs));
    expect(await next).toMatchObject({ job_id: 'a', owner_id: 'me', status: 'completed' });
    expect(errors).toHaveLength(3);
  });
});

it('does not hold up anybody when Redis is away', async () => {
  const bus = await openRedisJobEventBus({
    url: 'redis://127.0.0.1:1',
    describe: plainly,
    onError: () => {},
  });
  await expect(bus.publish(jobEvent('a', { status: 'completed' }))).rejects.toThrow();
  expect(await bus.next({}, AbortSignal.timeout(50))).toBeNull();
  await bus.close();
});
