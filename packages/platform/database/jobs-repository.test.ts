import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lease } from '../queue/job-queue.ts';
import { type EmptyDatabase, onEveryDatabase } from './testing/test-databases.ts';
import {
  createTestJobs,
  result,
  submission,
  type TestJobs,
  tailorSubmission,
} from './testing/test-jobs.ts';

const HOUR = 3_600_000;
const failure = { code: 'NO_PERSON', message: 'No person was found.', stage: 'pose' } as const;

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

  /** An accepted job that a worker has begun. */
  async function running(): Promise<{ readonly id: string; readonly lease: Lease }> {
    const { job } = await test.jobs.accept(submission());
    const lease = await test.lease();
    expect(await test.jobs.markRunning(lease)).toBe(true);
    return { id: job.id, lease };
  }

  const statusOf = async (id: string) => (await test.jobs.find(id))?.status;

  describe('how long jobs wait', () => {
    it('is the mean of those that began of late, else the age of the oldest', async () => {
      const since = () => test.now() - HOUR;
      expect(await test.jobs.measureWait('weaver', since())).toBe(0);
      await test.jobs.accept(submission());
      await test.jobs.accept(submission());
      test.advance(4_000);
      expect(await test.jobs.measureWait('weaver', since())).toBe(4_000);
      await test.jobs.markRunning(await test.lease());
      test.advance(2_000);
      await test.jobs.markRunning(await test.lease());
      expect(await test.jobs.measureWait('weaver', since())).toBe(5_000);
      test.advance(2 * HOUR);
      expect(await test.jobs.measureWait('weaver', since())).toBe(0);
      await test.jobs.accept(tailorSubmission());
      test.advance(1_000);
      expect(await test.jobs.measureWait('weaver', since())).toBe(0);
      expect(await test.jobs.measureWait('tailor', since())).toBe(1_000);
    });
  });

  describe('accepting a job', () => {
    it('stores all that was handed in, and queues it', async () => {
      const given = submission({
        garmentSide: { key: 'side.png', hash: 'cc' },
        options: { work: { res_long: 512 } },
        seed: 0xffff_ffff,
      });
      const { job, created } = await test.jobs.accept(given);
      expect(created).toBe(true);
      expect(job).toMatchObject({
        id: given.id,
        status: 'queued',
        progress: 0,
        seed: 0xffff_ffff,
        options: given.options,
        config: given.config,
        personKey: given.person?.key,
        garmentHash: 'bb',
        garmentSideKey: 'side.png',
        warnings: [],
        quality: null,
      });
      expect(await test.jobs.find(given.id)).toEqual(job);
      expect(await test.queue.depth()).toEqual({ waiting: 1, active: 0 });
    });

    it('queues a job of the tailors for them only, whoever they dress', async () => {
      const { job } = await test.jobs.accept(tailorSubmission());
      expect(job).toMatchObject({ kind: 'tailor', personKey: null, personHash: null });
      expect(await test.queue.lease(5, 60_000)).toEqual([]);
      expect(await test.queues.tailor.depth()).toEqual({ waiting: 1, active: 0 });
      expect(await test.jobs.cancel(job.id)).toBe('canceled');
      expect(await test.queues.tailor.depth()).toEqual({ waiting: 0, active: 0 });
      expect(await test.jobs.retry(job.id)).toBe(true);
      const [lease] = await test.queues.tailor.lease(1, 60_000);
      expect(await test.jobs.markRunning(lease!)).toBe(true);
      await test.jobs.erase(job.id);
      expect(await test.queues.tailor.depth()).toEqual({ waiting: 0, active: 0 });
    });

    it('keeps the bound also when many come at once', async () => {
      await test.database.close();
      test = await createTestJobs(empty.url, 5);
      const all = await Promise.allSettled(
        Array.from({ length: 30 }, () => test.jobs.accept(submission())),
      );
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
      expect(await test.queue.depth()).toEqual({ waiting: 5, active: 0 });
    });

    it('gives each of many that come at once a place of its own', async () => {
      const jobs = await Promise.all(
        Array.from({ length: 20 }, async () => (await test.jobs.accept(submission())).job),
      );
      const places = await test.jobs.queuePositions(jobs.map(({ id }) => id));
      expect([...places.values()].sort((a, b) => a - b)).toEqual(jobs.map((_, index) => index));
    });

    it('tells how many of its kind are before each that waits', async () => {
      const [first, second, third] = [
        (await test.jobs.accept(submission())).job.id,
        (await test.jobs.accept(submission())).job.id,
        (await test.jobs.accept(submission())).job.id,
      ];
      const { job } = await test.jobs.accept(tailorSubmission());
      await test.jobs.markRunning(await test.lease());
      const all = await test.jobs.queuePositions([third, first, job.id, 'unknown']);
      expect(Object.fromEntries(all)).toEqual({ [third]: 1, [job.id]: 0 });
      expect(Object.fromEntries(await test.jobs.queuePositions([second]))).toEqual({ [second]: 0 });
    });

    it('wakes a worker that waits', async () => {
      const woken = test.queue.waitForWork(AbortSignal.timeout(20_000)).then(() => 'woken');
      await sleep(10);
      await test.jobs.accept(submission());
      expect(await Promise.race([woken, sleep(2000, 'asleep')])).toBe('woken');
    });

    it('leaves nothing behind when a part of it fails', async () => {
      const given = submission({ idempotency: { key: 'k', bodyHash: 'h' } });
      await test.jobs.accept(given);
      const again = { ...given, idempotency: { key: 'other', bodyHash: 'h' } };
      await expect(test.jobs.accept(again)).rejects.toThrow(/UNIQUE|constraint/i);
      expect(await test.jobs.findIdempotent('owner', again.idempotency)).toBeNull();
      expect((await test.queue.depth()).waiting).toBe(1);
    });

    it('refuses more than may wait, but not the repetition of an accepted one', async () => {
      await test.database.close();
      test = await createTestJobs(empty.url, 1);
      const idempotency = { key: 'k', bodyHash: 'h' };
      const { job } = await test.jobs.accept(submission({ idempotency }));
      await expect(test.jobs.accept(submission())).rejects.toMatchObject({ code: 'QUEUE_FULL' });
      expect((await test.jobs.accept(submission({ idempotency }))).job.id).toBe(job.id);
      await test.jobs.markRunning(await test.lease());
      expect((await test.jobs.accept(submission())).created).toBe(true);
    });
  });

  describe('an idempotency key', () => {
    const idempotency = { key: 'k', bodyHash: 'h' };

    it('gives the same job for the same body, also for many at once', async () => {
      const all = await Promise.all(
        Array.from({ length: 20 }, () => test.jobs.accept(submission({ idempotency }))),
      );
      expect(new Set(all.map(({ job }) => job.id)).size).toBe(1);
      expect(all.filter(({ created }) => created)).toHaveLength(1);
      expect((await test.queue.depth()).waiting).toBe(1);
      expect((await test.jobs.findIdempotent('owner', idempotency))?.id).toBe(all[0]!.job.id);
    });

    it('is refused with another body', async () => {
      await test.jobs.accept(submission({ idempotency }));
      const other = { key: 'k', bodyHash: 'other' };
      const mismatch = { code: 'IDEMPOTENCY_MISMATCH' };
      await expect(test.jobs.accept(submission({ idempotency: other }))).rejects.toMatchObject(
        mismatch,
      );
      await expect(test.jobs.findIdempotent('owner', other)).rejects.toMatchObject(mismatch);
    });

    it('belongs to its owner', async () => {
      const mine = await test.jobs.accept(submission({ idempotency }));
      const yours = await test.jobs.accept(submission({ idempotency, ownerId: 'you' }));
      expect(yours.created).toBe(true);
      expect(yours.job.id).not.toBe(mine.job.id);
    });

    it('is kept for 24 hours', async () => {
      const { job } = await test.jobs.accept(submission({ idempotency }));
      test.advance(24 * HOUR - 1);
      expect(await test.jobs.forgetOldIdempotencyKeys()).toBe(0);
      expect((await test.jobs.accept(submission({ idempotency }))).created).toBe(false);
      test.advance(1);
      const later = await test.jobs.accept(submission({ idempotency }));
      expect(later.created).toBe(true);
      expect(later.job.id).not.toBe(job.id);
      test.advance(24 * HOUR);
      expect(await test.jobs.forgetOldIdempotencyKeys()).toBe(1);
    });
  });

  describe('working on a job', () => {
    it('goes from queued over running to completed', async () => {
      const { id, lease } = await running();
      expect(await test.jobs.find(id)).toMatchObject({ status: 'running', attempts: 1 });
      expect(await test.jobs.setProgress(lease, { stage: 'warp', progress: 0.5 })).toBe(true);
      expect(await test.jobs.find(id)).toMatchObject({ stage: 'warp', progress: 0.5 });
      test.advance(1000);
      expect(await test.jobs.complete(lease, result)).toBe(true);
      const job = await test.jobs.find(id);
      const { workKey, ...shown } = result;
      expect(await test.jobs.findEqualWork(workKey!, job!.ownerId)).toEqual(job);
      expect(await test.jobs.findEqualWork(workKey!, 'somebody else')).toBeNull();
      expect(job).toMatchObject({ ...shown, status: 'completed', progress: 1, errorCode: null });
      expect(job!.finishedAt! - job!.startedAt!).toBe(1000);
    });

    it('ends once: whoever comes late changes nothing', async () => {
      const { id, lease } = await running();
      expect(await test.jobs.fail(lease, failure)).toBe(true);
      const before = await test.jobs.find(id);
      test.advance(1000);
      expect(await test.jobs.complete(lease, result)).toBe(false);
      expect(await test.jobs.fail(lease, failure)).toBe(false);
      expect(await test.jobs.setProgress(lease, { stage: 'vton', progress: 0.9 })).toBe(false);
      expect(await test.jobs.putBack(lease, null)).toBe(false);
      expect(await test.jobs.markCanceled(lease)).toBe(false);
      expect(await test.jobs.markRunning(lease)).toBe(false);
      expect(await test.jobs.cancel(id)).toBe('already-final');
      expect(await test.jobs.find(id)).toEqual(before);
      expect(before).toMatchObject({
        status: 'failed',
        errorCode: 'NO_PERSON',
        errorStage: 'pose',
      });
    });

    it('belongs to the newest lease', async () => {
      const { id, lease: lost } = await running();
      test.advance(60_001);
      const current = await test.lease();
      expect(await test.jobs.markRunning(current)).toBe(true);
      expect(await test.jobs.setProgress(lost, { stage: 'vton', progress: 0.9 })).toBe(false);
      expect(await test.jobs.complete(lost, result)).toBe(false);
      expect(await test.jobs.fail(lost, failure)).toBe(false);
      expect(await test.jobs.find(id)).toMatchObject({ status: 'running', attempts: 2 });
      expect(await test.jobs.complete(current, result)).toBe(true);
    });

    it('can be handed back unharmed, which counts as no beginning', async () => {
      const { id, lease } = await running();
      expect(await test.jobs.putBack(lease, null)).toBe(true);
      expect(await test.jobs.find(id)).toMatchObject({
        status: 'queued',
        attempts: 0,
        failures: 0,
        errorCode: null,
      });
    });

    it('can be put back, which counts and keeps the error of that attempt', async () => {
      const { id, lease } = await running();
      expect(await test.jobs.putBack(lease, failure)).toBe(true);
      await test.queue.release(lease, 0);
      expect(await test.jobs.find(id)).toMatchObject({
        status: 'queued',
        failures: 1,
        errorCode: 'NO_PERSON',
      });
      const next = await test.lease();
      expect(await test.jobs.markRunning(next)).toBe(true);
      await test.jobs.complete(next, result);
      expect(await test.jobs.find(id)).toMatchObject({
        status: 'completed',
        attempts: 2,
        errorCode: null,
      });
    });
  });

  describe('canceling a job', () => {
    it('takes a waiting one out of the queue at once', async () => {
      const { job } = await test.jobs.accept(submission());
      expect(await test.jobs.cancel(job.id)).toBe('canceled');
      expect(await statusOf(job.id)).toBe('canceled');
      expect(await test.queue.depth()).toEqual({ waiting: 0, active: 0 });
      expect(await test.jobs.cancel(job.id)).toBe('already-final');
      expect(await test.jobs.cancel('unknown')).toBe('not-found');
    });

    it('decides between a cancellation and a worker that begin at the same time', async () => {
      for (let round = 0; round < 10; round++) {
        const { job } = await test.jobs.accept(submission());
        const lease = await test.lease();
        const [outcome, begun] = await Promise.all([
          test.jobs.cancel(job.id),
          test.jobs.markRunning(lease),
        ]);
        const { status, cancelRequestedAt } = (await test.jobs.find(job.id))!;
        expect([outcome, begun, status]).toEqual(
          begun ? ['requested', true, 'running'] : ['canceled', false, 'canceled'],
        );
        expect(cancelRequestedAt).not.toBeNull();
        await test.queue.complete(lease);
      }
    });

    it('is not outrun by a worker that has just leased it', async () => {
      const { job } = await test.jobs.accept(submission());
      const lease = await test.lease();
      expect(await test.jobs.cancel(job.id)).toBe('canceled');
      expect(await test.jobs.markRunning(lease)).toBe(false);
      expect(await statusOf(job.id)).toBe('canceled');
    });

    it('tells the worker of a running one, whose result then no longer counts', async () => {
      const { id, lease } = await running();
      expect(await test.jobs.cancel(id)).toBe('requested');
      const { cancelRequestedAt } = (await test.jobs.find(id))!;
      test.advance(1000);
      expect(await test.jobs.cancel(id)).toBe('requested');
      expect((await test.jobs.find(id))!.cancelRequestedAt).toBe(cancelRequestedAt);
      expect(await test.jobs.setProgress(lease, { stage: 'vton', progress: 0.9 })).toBe(false);
      expect(await test.jobs.complete(lease, result)).toBe(false);
      expect(await test.jobs.markCanceled(lease)).toBe(true);
      expect(await test.jobs.find(id)).toMatchObject({ status: 'canceled', resultKey: null });
    });

    it('holds when its worker dies: the next one does not begin', async () => {
      const { id } = await running();
      await test.jobs.cancel(id);
      test.advance(60_001);
      expect(await test.jobs.markRunning(await test.lease())).toBe(false);
      expect(await statusOf(id)).toBe('canceled');
    });
  });

  describe('retrying a job', () => {
    it('starts a failed one with a clean slate', async () => {
      const { id, lease } = await running();
      await test.jobs.fail(lease, failure);
      expect(await test.jobs.retry(id)).toBe(true);
      expect(await test.jobs.find(id)).toMatchObject({
        status: 'queued',
        attempts: 0,
        failures: 0,
        progress: 0,
        errorCode: null,
        finishedAt: null,
      });
      const next = await test.lease();
      expect(next).toMatchObject({ jobId: id, attempt: 1 });
      expect(await test.jobs.markRunning(next)).toBe(true);
    });

    it('is not undone by the worker that failed it and ends only then', async () => {
      const { id, lease } = await running();
      await test.jobs.fail(lease, failure);
      await test.jobs.retry(id);
      expect(await test.queue.complete(lease)).toBe(false);
      expect(await test.queue.depth()).toEqual({ waiting: 1, active: 0 });
    });

    it('takes a canceled one again, once for many who ask, and no other', async () => {
      const { job } = await test.jobs.accept(submission());
      expect(await test.jobs.retry(job.id)).toBe(false);
      await test.jobs.cancel(job.id);
      const retried = await Promise.all(Array.from({ length: 5 }, () => test.jobs.retry(job.id)));
      expect(retried.filter(Boolean)).toHaveLength(1);
      expect((await test.queue.depth()).waiting).toBe(1);
      expect(await test.jobs.markRunning(await test.lease())).toBe(true);
      expect(await test.jobs.retry(job.id)).toBe(false);
      expect(await test.jobs.retry('unknown')).toBe(false);
    });
  });

  describe('finding jobs', () => {
    it('shows nobody the jobs of others', async () => {
      const { job } = await test.jobs.accept(submission());
      expect(await test.jobs.findOwned(job.id, 'owner')).toEqual(job);
      expect(await test.jobs.findOwned(job.id, 'you')).toBeNull();
      expect((await test.jobs.list({ ownerId: 'you', limit: 10 })).jobs).toEqual([]);
    });

    it('lists them in pages, newest first, each once, while others come in', async () => {
      const ids: string[] = [];
      for (let index = 0; index < 7; index++) {
        ids.push((await test.jobs.accept(submission())).job.id);
        // Three at a time share their time.
        if (index % 3 === 2) test.advance(1);
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await test.jobs.list({ ownerId: 'owner', limit: 3, cursor });
        seen.push(...page.jobs.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
        test.advance(1);
        await test.jobs.accept(submission());
      } while (cursor !== undefined);
      expect(seen).toEqual(ids.toReversed());
    });

    it('says that there is no further page when the last one is full', async () => {
      await test.jobs.accept(submission());
      await test.jobs.accept(submission());
      expect((await test.jobs.list({ ownerId: 'owner', limit: 2 })).nextCursor).toBeNull();
    });

    it('lists those in one state, and counts all', async () => {
      const { id, lease } = await running();
      await test.jobs.complete(lease, result);
      await test.jobs.accept(submission());
      const page = await test.jobs.list({ ownerId: 'owner', status: 'completed', limit: 10 });
      expect(page.jobs.map((job) => job.id)).toEqual([id]);
      expect(await test.jobs.countByStatus()).toEqual({
        queued: 1,
        running: 0,
        completed: 1,
        failed: 0,
        canceled: 0,
      });
    });

    it.each(['', 'x', 'MTIz', Buffer.from("1:x' or 1=1").toString('base64url')])(
      'refuses the cursor %j',
      async (cursor) => {
        await expect(test.jobs.list({ ownerId: 'owner', limit: 10, cursor })).rejects.toMatchObject(
          {
            code: 'INVALID_REQUEST',
          },
        );
      },
    );
  });

  describe('keeping results for a while', () => {
    it('finds finished jobs that are old enough, once', async () => {
      const { id, lease } = await running();
      await test.jobs.complete(lease, result);
      const finished = (await test.jobs.find(id))!.finishedAt!;
      await test.jobs.accept(submission());
      expect(await test.jobs.findExpired(finished, 10)).toEqual([]);
      expect((await test.jobs.findExpired(finished + 1, 10)).map((job) => job.id)).toEqual([id]);
      expect(await test.jobs.markResultRemoved(id)).toBe(true);
      expect(await test.jobs.markResultRemoved(id)).toBe(false);
      expect(await test.jobs.findExpired(finished + 1, 10)).toEqual([]);
      expect((await test.jobs.find(id))!.resultRemovedAt).not.toBeNull();
    });

    it('does not retry a job whose pictures are gone', async () => {
      const { id, lease } = await running();
      await test.jobs.fail(lease, failure);
      await test.jobs.markResultRemoved(id);
      expect(await test.jobs.retry(id)).toBe(false);
    });
  });
});
