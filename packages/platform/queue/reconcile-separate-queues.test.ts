import { randomUUID } from 'node:crypto';
import type { QueueName } from '@proteus/contracts/jobs/job-kind.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJobsRepository } from '../database/create-jobs-repository.ts';
import type { Database } from '../database/database.ts';
import type { JobsRepository } from '../database/jobs-repository.ts';
import { migrateUp } from '../database/migrations.ts';
import { openDatabase } from '../database/open-database.ts';
import { result, submission, tailorSubmission } from '../database/testing/test-jobs.ts';
import { TEST_REDIS_URL } from '../testing/test-services.ts';
import { openRedisQueue } from './bullmq/open-redis-queue.ts';
import type { JobQueues } from './job-queues.ts';
import { reconcileSeparateQueues } from './reconcile-separate-queues.ts';
import type { SeparateQueue } from './separate-queue.ts';

const LEASE_MS = 30_000;
const later = () => Date.now() + 10_000;

describe.skipIf(TEST_REDIS_URL === undefined)('with a queue in Redis', () => {
  let database: Database;
  let queues: JobQueues<SeparateQueue>;
  let queue: SeparateQueue;
  let jobs: JobsRepository;
  beforeEach(async () => {
    database = openDatabase('sqlite::memory:');
    await migrateUp(database);
    const prefix = `test-${randomUUID()}`;
    const open = (name: QueueName) =>
      openRedisQueue({ url: TEST_REDIS_URL ?? '', prefix, name, onError: () => {} });
    queues = { weaver: await open('weaver_jobs'), tailor: await open('tailor_jobs') };
    queue = queues.weaver;
    jobs = createJobsRepository({ database, queues, maxQueue: 100 });
  });
  afterEach(async () => {
    for (const each of Object.values(queues)) {
      for (const id of await each.ids()) await each.remove(id);
      await each.close();
    }
    await database.close();
  });

  const accept = async () => (await jobs.accept(submission())).job.id;

  it('has a job queued when it is accepted, once, and taken out when it is canceled', async () => {
    const [first, second] = [await accept(), await accept()];
    expect(await queue.ids()).toEqual(new Set([first, second]));
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
    expect(await reconcileSeparateQueues(database, queues, later())).toEqual({
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
    const { added, removed } = await reconcileSeparateQueues(database, queues, later());
    expect([added, removed.toSorted()]).toEqual([[], [id, 'no-such-job'].toSorted()]);
    expect(await queue.ids()).toEqual(new Set());
  });

  it('gives each kind of job back to its own queue', async () => {
    const [weaver, tailor] = [await accept(), (await jobs.accept(tailorSubmission())).job.id];
    await queue.remove(weaver);
    await queue.add(tailor);
    await queues.tailor.remove(tailor);
    const { added, removed } = await reconcileSeparateQueues(database, queues, later());
    expect(added).toEqual([weaver, tailor]);
    expect(removed).toEqual([tailor]);
    expect(await queue.ids()).toEqual(new Set([weaver]));
    expect(await queues.tailor.ids()).toEqual(new Set([tailor]));
  });

  it('leaves alone what waits, is in work or delayed, and what has only just changed', async () => {
    for (let count = 0; count < 3; count++) await accept();
    const [working, delayed] = await queue.lease(2, LEASE_MS);
    await jobs.markRunning(working!);
    await queue.release(delayed!, 60_000);
    const nothing = { added: [], removed: [] };
    expect(await reconcileSeparateQueues(database, queues, later())).toEqual(nothing);

    await queue.remove(await accept());
    expect(await reconcileSeparateQueues(database, queues)).toEqual(nothing);
  });
});
