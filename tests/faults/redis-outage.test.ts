import { setTimeout as sleep } from 'node:timers/promises';
import { CALM_POLICY } from '@proteus/contracts/config/policy.ts';
import { openRedisJobStatus } from '@proteus/platform/cache/job-status/open-redis-job-status.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import { messageOf } from '@proteus/platform/events/describe-event.ts';
import { openRedisJobEventBus } from '@proteus/platform/events/redis/redis-job-event-bus.ts';
import { openRedisPolicy } from '@proteus/platform/policy/open-redis-policy.ts';
import { openRedisQueue } from '@proteus/platform/queue/bullmq/open-redis-queue.ts';
import { TEST_REDIS_URL } from '@proteus/platform/testing/test-services.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PrivateRedis, startPrivateRedis } from './private-redis.ts';

const OUTAGE_MS = 5_000;
const LEASE_MS = 30_000;
const RECOVERY = { timeout: 15_000, interval: 100 };
const EVENT = {
  job_id: 'a',
  job_type: 'try_on',
  owner_id: 'me',
  status: 'completed',
  stage: null,
  progress: 1,
  error_code: null,
} as const;

describe.skipIf(TEST_REDIS_URL === undefined)('Redis, killed and away for a while', () => {
  let redis: PrivateRedis;
  let closers: AsyncDisposableStack;
  beforeAll(async () => {
    redis = await startPrivateRedis();
    closers = new AsyncDisposableStack();
  });
  afterAll(async () => {
    await closers.disposeAsync();
    await redis.remove();
  });

  it('fails at once while it is away, and all recovers alone', async () => {
    const { url } = redis;
    const onError = () => {};
    const queue = await openRedisQueue({ url, name: 'weaver_jobs', onError });
    closers.defer(() => queue.close());
    const bus = await openRedisJobEventBus({
      url,
      describe: async (event) => messageOf(event, null, 0),
      onError,
    });
    closers.defer(() => bus.close());
    const policy = await openRedisPolicy(url);
    closers.defer(() => policy.close());
    const status = await openRedisJobStatus({ url, ttlSeconds: 60 });
    closers.defer(() => status.close());
    const job = (state: string) =>
      ({ id: 'j', ownerId: 'me', status: state, stage: null }) as JobRow;
    await status.read('j', async () => job('failed'));
    await policy.write({ ...CALM_POLICY, batchSize: 4 });
    await policy.read();
    for (const id of ['a', 'b']) await queue.add(id);
    const [lease] = await queue.lease(1, LEASE_MS);
    // What Redis has not written to its file yet (a second's worth) may be lost; that is not asked here.
    await sleep(1_500);

    await redis.crash();
    const unavailable = { code: 'QUEUE_UNAVAILABLE' };
    await Promise.all([
      expect(queue.depth()).rejects.toMatchObject(unavailable),
      expect(queue.add('c')).rejects.toMatchObject(unavailable),
      expect(queue.renew(lease!, LEASE_MS)).rejects.toMatchObject(unavailable),
      expect(bus.publish(EVENT)).rejects.toThrow(),
      expect(queue.waitForWork(AbortSignal.timeout(100))).rejects.toMatchObject(unavailable),
    ]);
    expect((await policy.read()).batchSize).toBe(4);
    expect((await status.read('j', async () => job('queued')))?.status).toBe('queued');
    // Its word of the change reaches Redis, which still remembers the failure, after the outage.
    await status.forget('j');
    await sleep(OUTAGE_MS);

    await redis.start();
    const depth = () => queue.depth().catch(() => null);
    await expect.poll(depth, RECOVERY).toEqual({ waiting: 1, active: 1 });
    expect(await queue.renew(lease!, LEASE_MS)).toBe(true);
    expect(await queue.complete(lease!)).toBe(true);
    expect((await queue.lease(1, LEASE_MS)).map(({ jobId }) => jobId)).toEqual(['b']);

    const another = await openRedisJobStatus({ url, ttlSeconds: 60 });
    closers.defer(() => another.close());
    const seen = async () => (await another.read('j', async () => job('queued')))?.status;
    await expect.poll(seen, RECOVERY).toBe('queued');

    const heard: string[] = [];
    bus.subscribe({}, ({ job_id }) => heard.push(job_id));
    const publishUntilHeard = async () => {
      await bus.publish(EVENT).catch(() => {});
      return heard.length > 0;
    };
    await expect.poll(publishUntilHeard, RECOVERY).toBe(true);

    let woken = false;
    const waiting = queue.waitForWork(AbortSignal.timeout(20_000)).then(() => {
      woken = true;
    });
    await queue.add('d');
    await expect.poll(() => woken, RECOVERY).toBe(true);
    await waiting;
  }, 90_000);
});
