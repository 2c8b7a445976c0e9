import { setTimeout as sleep } from 'node:timers/promises';
import { test as base, describe, expect } from 'vitest';
import type { JobQueue, Lease } from './job-queue.ts';

/** A queue under test whose time the test sets. */
export interface QueueUnderTest {
  readonly queue: JobQueue;
  /** The queue of another kind of job in the same place. */
  readonly other: JobQueue;
  /** How long the suite's leases and delays are, in milliseconds. */
  readonly leaseMs: number;
  /** Lets so many milliseconds pass for leases and delays. */
  advance(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

interface Fixtures extends Omit<QueueUnderTest, 'close'> {
  readonly subject: QueueUnderTest;
  leaseOne(): Promise<Lease>;
}

/** What every `JobQueue` must do. Each test has queues of its own, so that those that wait for time can do so together. */
export function testJobQueue(name: string, create: () => Promise<QueueUnderTest>): void {
  const it = base.extend<Fixtures>({
    // biome-ignore lint/correctness/noEmptyPattern: Vitest wants to see which fixtures this one needs.
    subject: async ({}, use) => {
      const subject = await create();
      await use(subject);
      await subject.close();
    },
    queue: ({ subject }, use) => use(subject.queue),
    other: ({ subject }, use) => use(subject.other),
    leaseMs: ({ subject }, use) => use(subject.leaseMs),
    advance: ({ subject }, use) => use((milliseconds) => subject.advance(milliseconds)),
    leaseOne: ({ queue, leaseMs }, use) =>
      use(async () => {
        const [lease] = await queue.lease(1, leaseMs);
        if (lease === undefined) throw new Error('nothing to lease');
        return lease;
      }),
  });

  describe(`${name} as a job queue`, () => {
    it('hands jobs out in order of arrival', async ({ queue, leaseMs }) => {
      for (const id of ['c', 'a', 'b']) await queue.add(id);
      expect((await queue.lease(2, leaseMs)).map(({ jobId }) => jobId)).toEqual(['c', 'a']);
      expect((await queue.lease(2, leaseMs)).map(({ jobId }) => jobId)).toEqual(['b']);
      expect(await queue.lease(2, leaseMs)).toEqual([]);
    });

    it('keeps its jobs apart from those of another kind', async ({ queue, other, leaseMs }) => {
      await queue.add('a');
      await other.add('b');
      await queue.add('c');
      expect([await queue.depth(), await other.depth()]).toEqual([
        { waiting: 2, active: 0 },
        { waiting: 1, active: 0 },
      ]);
      expect((await other.lease(5, leaseMs)).map(({ jobId }) => jobId)).toEqual(['b']);
      await other.remove('a');
      expect((await queue.lease(5, leaseMs)).map(({ jobId }) => jobId)).toEqual(['a', 'c']);
    });

    it('keeps one entry for a job that is added twice, waiting or in work', async ({
      queue,
      leaseMs,
      leaseOne,
    }) => {
      await queue.add('a');
      await queue.add('a');
      await leaseOne();
      await queue.add('a');
      expect(await queue.lease(5, leaseMs)).toEqual([]);
      expect(await queue.depth()).toEqual({ waiting: 0, active: 1 });
    });

    it('leases a job again once its lease has expired, counting the attempt', async ({
      queue,
      leaseMs,
      advance,
      leaseOne,
    }) => {
      await queue.add('a');
      const first = await leaseOne();
      await advance(leaseMs + 1);
      const second = await leaseOne();
      expect([first.attempt, second.attempt]).toEqual([1, 2]);
      expect(second.token).not.toBe(first.token);
    });

    it('lets a worker that lost its lease touch nothing', async ({
      queue,
      leaseMs,
      advance,
      leaseOne,
    }) => {
      await queue.add('a');
      const lost = await leaseOne();
      await advance(leaseMs + 1);
      const current = await leaseOne();
      expect(await queue.renew(lost, leaseMs)).toBe(false);
      expect(await queue.release(lost, 0)).toBe(false);
      expect(await queue.complete(lost)).toBe(false);
      expect(await queue.complete(current)).toBe(true);
    });

    it('keeps a renewed lease', async ({ queue, leaseMs, advance, leaseOne }) => {
      await queue.add('a');
      const lease = await leaseOne();
      await advance(leaseMs / 2);
      expect(await queue.renew(lease, leaseMs)).toBe(true);
      await advance(leaseMs / 2 + 1);
      expect(await queue.lease(1, leaseMs)).toEqual([]);
      expect(await queue.complete(lease)).toBe(true);
    });

    it('forgets a completed job, and takes it again when it is added anew', async ({
      queue,
      leaseOne,
    }) => {
      await queue.add('a');
      await queue.complete(await leaseOne());
      expect(await queue.depth()).toEqual({ waiting: 0, active: 0 });
      await queue.add('a');
      expect((await leaseOne()).attempt).toBe(1);
    });

    it('hands a released job out after its delay', async ({
      queue,
      leaseMs,
      advance,
      leaseOne,
    }) => {
      await queue.add('a');
      await queue.add('b');
      expect(await queue.release(await leaseOne(), leaseMs)).toBe(true);
      const other = await leaseOne();
      expect(other.jobId).toBe('b');
      expect(await queue.lease(1, leaseMs)).toEqual([]);
      await queue.complete(other);
      await advance(leaseMs);
      expect(await leaseOne()).toMatchObject({ jobId: 'a', attempt: 2 });
    });

    it('removes a job whether it waits or is in work', async ({ queue, leaseOne }) => {
      await queue.add('a');
      await queue.add('b');
      const lease = await leaseOne();
      await queue.remove('a');
      await queue.remove('b');
      await queue.remove('never added');
      expect(await queue.depth()).toEqual({ waiting: 0, active: 0 });
      expect(await queue.complete(lease)).toBe(false);
    });

    it('takes a removed job again when it is added anew, as its first attempt', async ({
      queue,
      leaseOne,
    }) => {
      await queue.add('a');
      const lost = await leaseOne();
      await queue.remove('a');
      await queue.add('a');
      expect(await queue.complete(lost)).toBe(false);
      expect((await leaseOne()).attempt).toBe(1);
      await queue.remove('a');
      expect(await queue.depth()).toEqual({ waiting: 0, active: 0 });
    });

    it('tells how many jobs wait, and how many are in work', async ({ queue, leaseOne }) => {
      for (const id of ['a', 'b', 'c']) await queue.add(id);
      await leaseOne();
      expect(await queue.depth()).toEqual({ waiting: 2, active: 1 });
    });

    it('gives a job to one of many workers that ask at the same time', async ({
      queue,
      leaseMs,
    }) => {
      for (let index = 0; index < 20; index++) await queue.add(`job-${index}`);
      const leases = await Promise.all(Array.from({ length: 10 }, () => queue.lease(3, leaseMs)));
      const ids = leases.flat().map(({ jobId }) => jobId);
      expect(new Set(ids).size).toBe(20);
      expect(ids).toHaveLength(20);
    });

    it('wakes those who wait as soon as a job is added', async ({ queue }) => {
      const woken: string[] = [];
      const waiting = queue
        .waitForWork(AbortSignal.timeout(20_000))
        .then(() => woken.push('added'));
      await sleep(20);
      expect(woken).toEqual([]);
      await queue.add('a');
      await Promise.race([waiting, sleep(2000)]);
      expect(woken).toEqual(['added']);
    });

    it('does not wait when there is work already', async ({ queue }) => {
      await queue.add('a');
      const outcome = await Promise.race([
        queue.waitForWork(AbortSignal.timeout(20_000)).then(() => 'work'),
        sleep(2000, 'late'),
      ]);
      expect(outcome).toBe('work');
    });

    it('stops waiting when it is told to', async ({ queue }) => {
      const controller = new AbortController();
      const waiting = queue.waitForWork(controller.signal).then(() => 'stopped');
      controller.abort();
      expect(await Promise.race([waiting, sleep(2000, 'late')])).toBe('stopped');
    });
  });
}
