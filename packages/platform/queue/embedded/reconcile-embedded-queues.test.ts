import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EmptyDatabase, onEveryDatabase } from '../../database/testing/test-databases.ts';
import {
  createTestJobs,
  result,
  submission,
  type TestJobs,
  tailorSubmission,
} from '../../database/testing/test-jobs.ts';
import { reconcileEmbeddedQueues } from './reconcile-embedded-queues.ts';

onEveryDatabase((createEmpty) => {
  let empty: EmptyDatabase;
  let test: TestJobs;
  beforeEach(async () => {
    empty = await createEmpty();
    test = await createTestJobs(empty.url);
  });
  afterEach(async () => {
    await test.database.close();
    await empty.remove();
  });

  it('queues again what the queue has lost, oldest first', async () => {
    const [first, second, third] = [
      (await test.jobs.accept(submission())).job.id,
      (await test.jobs.accept(submission())).job.id,
      (await test.jobs.accept(submission())).job.id,
    ];
    await test.jobs.markRunning(await test.lease());
    await test.queue.remove(first);
    await test.queue.remove(third);
    expect(await reconcileEmbeddedQueues(test.database, test.queues)).toEqual({
      added: [first, third],
      removed: [],
    });
    const leases = await test.queue.lease(10, 60_000);
    expect(leases.map(({ jobId }) => jobId)).toEqual([second, first, third]);
    for (const lease of leases) expect(await test.jobs.markRunning(lease)).toBe(true);
  });

  it('gives each kind of job back to its own queue', async () => {
    const { job } = await test.jobs.accept(tailorSubmission());
    await test.queues.tailor.remove(job.id);
    const { added } = await reconcileEmbeddedQueues(test.database, test.queues);
    expect(added).toEqual([job.id]);
    expect(await test.queue.lease(10, 60_000)).toEqual([]);
    expect(await test.queues.tailor.lease(10, 60_000)).toMatchObject([{ jobId: job.id }]);
  });

  it('removes what needs no more work', async () => {
    const { job } = await test.jobs.accept(submission());
    const lease = await test.lease();
    await test.jobs.markRunning(lease);
    await test.jobs.complete(lease, result);
    await test.queue.add('a job that does not exist');
    const { added, removed } = await reconcileEmbeddedQueues(test.database, test.queues);
    expect(added).toEqual([]);
    expect(removed.toSorted()).toEqual([job.id, 'a job that does not exist'].toSorted());
    expect(await test.queue.depth()).toEqual({ waiting: 0, active: 0 });
  });

  it('leaves alone what waits, is in work, or is delayed', async () => {
    await test.jobs.accept(submission());
    await test.jobs.accept(submission());
    await test.jobs.accept(submission());
    await test.jobs.markRunning(await test.lease());
    await test.queue.release(await test.lease(), 60_000);
    expect(await reconcileEmbeddedQueues(test.database, test.queues)).toEqual({
      added: [],
      removed: [],
    });
  });
});
