import { setTimeout as sleep } from 'node:timers/promises';
import { migrateUp } from '@proteus/platform/database/migrations.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { onEveryDatabase } from '@proteus/platform/database/testing/test-databases.ts';
import type { JobEventBus } from '@proteus/platform/events/job-event-bus.ts';
import { createMemoryJobEventBus } from '@proteus/platform/events/memory/memory-job-event-bus.ts';
import { createDatabaseLeases } from '@proteus/platform/leases/create-database-leases.ts';
import type { Leases } from '@proteus/platform/leases/leases.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onlyOnce } from './only-once.ts';

const never = new AbortController().signal;
const PATIENT_MS = 20_000;
const ended = {
  job_id: 'a',
  job_type: 'try_on',
  owner_id: 'me',
  status: 'completed',
  stage: null,
  progress: 1,
  error_code: null,
} as const;

onEveryDatabase((createEmpty) =>
  describe('work that many want', () => {
    /** What two processes see; the time of both leases is the test's. */
    let processes: { readonly leases: Leases; close(): Promise<void> }[];
    let events: JobEventBus;
    let time: number;
    let made: string | null;
    let remove: () => Promise<void>;
    beforeEach(async () => {
      const empty = await createEmpty();
      // An embedded database has one process.
      const isShared = empty.url.startsWith('postgres');
      const databases = (isShared ? [1, 2] : [1]).map(() => openDatabase(empty.url));
      await migrateUp(databases[0]!);
      time = 1_000;
      processes = [0, 1].map((index) => {
        const database = databases[index] ?? databases[0]!;
        return {
          leases: createDatabaseLeases(database, () => time),
          close: async () => void (databases[index] && (await database.close())),
        };
      });
      events = createMemoryJobEventBus(() => {});
      made = null;
      remove = empty.remove;
    });
    afterEach(async () => {
      for (const { close } of processes) await close();
      await remove();
    });

    function want(
      index: number,
      work: () => Promise<void>,
      { waits = [] as boolean[], patienceMs = PATIENT_MS, signal = never } = {},
    ): Promise<string | null> {
      const { leases } = processes[index % 2]!;
      return onlyOnce(
        { name: 'work', holder: `job ${index}`, ownerId: 'me', find: async () => made, work },
        { leases, events, patienceMs, onWait: (now) => waits.push(now), signal },
      );
    }
    const make = (what: string) => async () => {
      await sleep(30);
      made = what;
      await events.publish(ended);
    };

    it('is done by one; the others are given the same', async () => {
      let runs = 0;
      const work = async () => {
        runs++;
        await make('the picture')();
      };
      const ends = await Promise.all([0, 1, 2, 3, 4].map((index) => want(index, work)));
      expect(runs).toBe(1);
      expect(ends.filter((end) => end === null)).toHaveLength(1);
      expect(ends.filter((end) => end === 'the picture')).toHaveLength(4);
    });

    it('is not done at all when it was done before', async () => {
      made = 'earlier';
      const end = await want(0, () => Promise.reject(new Error('must not run')));
      expect(end).toBe('earlier');
    });

    it('is found by one that comes just when it ends', async () => {
      const { leases } = processes[0]!;
      const finishing: Leases = {
        ...leases,
        async acquire(name, owner, lifeMs) {
          made ??= 'just now';
          return leases.acquire(name, owner, lifeMs);
        },
      };
      processes[0] = { ...processes[0]!, leases: finishing };
      const end = await want(0, () => Promise.reject(new Error('must not run')));
      expect(end).toBe('just now');
    });

    it('is taken over when the first fails', async () => {
      const begun = Promise.withResolvers<void>();
      const holdUp = Promise.withResolvers<void>();
      const first = want(0, async () => {
        begun.resolve();
        await holdUp.promise;
        throw new Error('broken');
      });
      await begun.promise;
      const waits: boolean[] = [];
      const second = want(1, make('the picture'), { waits });
      await expect.poll(() => waits).toEqual([true]);
      holdUp.resolve();
      await expect(first).rejects.toThrow('broken');
      expect(await second).toBeNull();
      expect(made).toBe('the picture');
      expect(waits).toEqual([true, false]);
    });

    it('is taken over when the first dies', async () => {
      expect(await processes[0]!.leases.acquire('work', 'dead', 9_000)).toBe(true);
      const second = want(1, make('the picture'));
      await sleep(50);
      expect(made).toBeNull();
      time += 9_000;
      expect(await second).toBeNull();
      expect(made).toBe('the picture');
    });

    it('is not waited for longer than one has patience, nor after one may stop', async () => {
      await processes[0]!.leases.acquire('work', 'slow', 1_000_000);
      expect(await want(1, make('mine'), { patienceMs: 1 })).toBeNull();
      made = null;
      const stop = new AbortController();
      const waiting = want(1, make('never'), { signal: stop.signal });
      await sleep(10);
      stop.abort();
      await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    });
  }),
);
