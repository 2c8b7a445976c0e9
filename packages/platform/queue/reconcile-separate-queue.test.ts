import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJobsRepository } from '../database/create-jobs-repository.ts';
import type { Database } from '../database/database.ts';
import type { JobsRepository } from '../database/jobs-repository.ts';
import { migrateUp } from '../database/migrations.ts';
import { openDatabase } from '../database/open-database.ts';
import { result, submission } from '../database/testing/test-jobs.ts';
import { TEST_REDIS_URL } from '../testing/test-services.ts';
import { openRedisQueue } from './bullmq/open-redis-queue.ts';
import { reconcileSeparateQueue } from './reconcile-separate-queue.ts';
import type { SeparateQueue } from './separate-queue.ts';

const LEASE_MS = 30_000;
const later = () => Date.now() + 10_000;

describe.skipIf(TEST_REDIS_URL === undefined)('with a queue in Redis', () => {
  let database: Database;
  let queue: SeparateQueue;
  let jobs: JobsRepository;
  beforeEach(async () => {
    database = openDatabase('sqlite::memory:');
    await migrateUp(database);
    queue = await openRedisQueue({
      url: TEST_REDIS_URL ?? '',
      prefix: `test-${randomUUID()}`,
      name: 'weaver_jobs',
      onError: () => {},
    });
    jobs = createJobsRepository({ database, queue, maxQueue: 100 });
  });
  afterEach(async () => {
    for (const id of await queue.ids()) await queue.remove(id);
    await queue.close();
    await database.close();
  });

  const accept = async () => (await jobs.accept(submission())).job.id;

  it('has a job queued when it is accepted, once, and taken out when it is canceled', async () => {
    const [first, second] = [await accept(), await accept()];
    expect(await queue.position(second)).toBe(1);
    await jobs.cancel(first);
    expect(await queue.ids()).toEqual(new Set([second]));
  });

  it('queues a retried job anew although its worker has not let go yet', async () => {
    const id = await accept();
    const [lease] = await queue.lease(1, LEASE_MS);
    await jobs.markRunning(lease!);
    await jobs.fail(lease!, { code: 'INTERNAL', message: 'broken', stage: null });
    expect(await jobs.retry(id)).toBe(true);
    expect(await queue.complete(lease!)).toBe(false);
    const [next] = await queue.lease(1, LEASE_MS);
    expect(next).toMatchObject({ jobId: id, attempt: 1 });
    expect(await jobs.markRunning(next!)).toBe(true);
  });

  it('queues again what the queue has lost, in work or not, oldest first', async () => {
    const ids = [await accept(), await accept(), await accept()];
    const [lease] = await queue.lease(1, LEASE_MS);
    await jobs.markRunning(lease!);
    for (const id of ids) await queue.remove(id);
    expect(await reconcileSeparateQueue(database, queue, later())).toEqual({
      added: ids,
      removed: [],
    });
    expect((await queue.lease(10, LEASE_MS)).map(({ jobId }) => jobId)).toEqual(ids);
  });

  it('removes what needs no more work', async () => {
    const id = await accept();
    const [lease] = await queue.lease(1, LEASE_MS);
    await jobs.markRunning(lease!);
    await jobs.complete(lease!, result);
    await queue.add('no-such-job');
    const { added, removed } = await reconcileSeparateQueue(database, queue, later());
    expect([added, removed.toSorted()]).toEqual([[], [id, 'no-such-job'].toSorted()]);
    expect(await queue.ids()).toEqual(new Set());
  });

  it('leaves alone what waits, is in work or delayed, and what has only just changed', async () => {
    for (let count = 0; count < 3; count++) await accept();
    const [working, delayed] = await queue.lease(2, LEASE_MS);
    await jobs.markRunning(working!);
    await queue.release(delayed!, 60_000);
    const nothing = { added: [], removed: [] };
    expect(await reconcileSeparateQueue(database, queue, later())).toEqual(nothing);

    await queue.remove(await accept());
    expect(await reconcileSeparateQueue(database, queue)).toEqual(nothing);
  });
});
