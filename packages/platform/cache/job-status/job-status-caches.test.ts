import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tellChanges } from '../../database/tell-changes.ts';
import {
  createTestJobs,
  result,
  submission,
  type TestJobs,
} from '../../database/testing/test-jobs.ts';
import { TEST_REDIS_URL } from '../../testing/test-services.ts';
import { type JobStatusCache, NO_JOB_STATUS_CACHE } from './job-status-cache.ts';
import { openRedisJobStatus } from './open-redis-job-status.ts';

const error = { code: 'NO_PERSON', message: 'No person was found.', stage: 'pose' } as const;

/** What every `JobStatusCache` must do, over real rows. */
function testJobStatusCache(name: string, open: () => Promise<JobStatusCache>): void {
  describe(`${name} as a cache of job states`, () => {
    let cache: JobStatusCache;
    let bench: TestJobs;
    beforeEach(async () => {
      cache = await open();
      bench = await createTestJobs();
    });
    afterEach(async () => {
      await cache.close();
      await bench.database.close();
    });
    const accept = async () => (await bench.jobs.accept(submission())).job.id;
    const read = (id: string) => cache.read(id, () => bench.jobs.find(id));

    it('gives every job as its row says, null included', async () => {
      const id = await accept();
      const row = await bench.jobs.find(id);
      expect(await read(id)).toEqual(row);
      expect(await read(id)).toEqual(row);
      expect(await read('nobody')).toBeNull();
    });

    it('is right after every change that is told', async () => {
      const jobs = tellChanges(bench.jobs, cache.forget);
      const id = await accept();
      const status = async () => (await read(id))?.status;
      const begin = async () => {
        const lease = await bench.lease();
        await jobs.markRunning(lease);
        return lease;
      };
      expect(await status()).toBe('queued');
      let held = await begin();
      expect(await status()).toBe('running');
      await jobs.setProgress(held, { stage: 'warp', progress: 0.5 });
      expect(await read(id)).toMatchObject({ stage: 'warp', progress: 0.5 });
      await jobs.fail(held, error);
      expect(await status()).toBe('failed');
      await jobs.retry(id);
      expect(await status()).toBe('queued');
      held = await begin();
      await jobs.putBack(held, null);
      expect(await status()).toBe('queued');
      await bench.queue.release(held, 0);
      held = await begin();
      await jobs.cancel(id);
      expect((await read(id))?.cancelRequestedAt).not.toBeNull();
      await jobs.markCanceled(held);
      expect(await status()).toBe('canceled');
      await jobs.retry(id);
      held = await begin();
      await jobs.complete(held, result);
      expect(await status()).toBe('completed');
      await jobs.markResultRemoved(id);
      expect((await read(id))?.resultRemovedAt).not.toBeNull();
      await jobs.erase(id);
      expect(await read(id)).toBeNull();
    });

    it('does not remember what was read before a change and comes back after it', async () => {
      const jobs = tellChanges(bench.jobs, cache.forget);
      const id = await accept();
      const slow = cache.read(id, async () => {
        const before = await bench.jobs.find(id);
        await jobs.cancel(id);
        return before;
      });
      expect((await slow)?.status).toBe('queued');
      expect((await read(id))?.status).toBe('canceled');
    });
  });
}

testJobStatusCache('none', async () => NO_JOB_STATUS_CACHE);

describe.skipIf(TEST_REDIS_URL === undefined)('with a server', () => {
  const url = TEST_REDIS_URL ?? '';
  const open = (prefix: string) => openRedisJobStatus({ url, prefix, ttlSeconds: 60 });
  testJobStatusCache('Redis', () => open(`test-${randomUUID()}:`));

  it('asks the row once for many questions, and again after a change told by another process', async () => {
    const prefix = `test-${randomUUID()}:`;
    const [gateway, worker] = [await open(prefix), await open(prefix)];
    const { jobs, database } = await createTestJobs();
    const { job } = await jobs.accept(submission());
    await jobs.cancel(job.id);
    let asked = 0;
    const read = () =>
      gateway.read(job.id, () => {
        asked++;
        return jobs.find(job.id);
      });
    for (let question = 0; question < 5; question++)
      expect((await read())?.status).toBe('canceled');
    expect(asked).toBe(1);
    await tellChanges(jobs, worker.forget).retry(job.id);
    expect((await read())?.status).toBe('queued');
    expect(asked).toBe(2);
    await Promise.all([gateway.close(), worker.close(), database.close()]);
  });

  it('is a hash that others can read under the name of the contract, for a limited time', async () => {
    const prefix = `test-${randomUUID()}:`;
    const cache = await open(prefix);
    const client = new Redis(url);
    const { jobs, database } = await createTestJobs();
    const { job } = await jobs.accept(submission());
    await cache.read(job.id, () => jobs.find(job.id));
    const name = `${prefix}cache:job:${job.id}`;
    expect(await client.hgetall(name)).toMatchObject({
      status: 'queued',
      progress: '0',
      stage: '',
    });
    // One that may still change is not remembered for long, should the word of the change get lost.
    expect(await client.pttl(name)).toBeLessThanOrEqual(1_000);
    await jobs.cancel(job.id);
    await cache.forget(job.id);
    await cache.read(job.id, () => jobs.find(job.id));
    expect(await client.pttl(name)).toBeGreaterThan(50_000);
    client.disconnect();
    await Promise.all([cache.close(), database.close()]);
  });
});

it('answers from the rows when Redis was never there', async () => {
  const cache = await openRedisJobStatus({ url: 'redis://127.0.0.1:1', ttlSeconds: 60 });
  const { jobs, database } = await createTestJobs();
  const told = tellChanges(jobs, cache.forget);
  const { job } = await jobs.accept(submission());
  expect(await cache.read(job.id, () => jobs.find(job.id))).toMatchObject({ status: 'queued' });
  await told.cancel(job.id);
  expect(await cache.read(job.id, () => jobs.find(job.id))).toMatchObject({ status: 'canceled' });
  await Promise.all([cache.close(), database.close()]);
});
