import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrateUp } from '../../database/migrations.ts';
import { openDatabase } from '../../database/open-database.ts';
import { onEveryDatabase } from '../../database/testing/test-databases.ts';
import { testJobQueue } from '../job-queue.conformance.ts';
import { createEmbeddedQueues } from './create-embedded-queues.ts';
import { createEmbeddedQueue } from './embedded-queue.ts';

onEveryDatabase((createEmpty) =>
  testJobQueue('the embedded queue', async () => {
    const empty = await createEmpty();
    const database = openDatabase(empty.url);
    await migrateUp(database);
    let now = 1_000_000;
    const { weaver, tailor } = createEmbeddedQueues(database, () => now);
    return {
      queue: weaver,
      other: tailor,
      leaseMs: 60_000,
      async advance(milliseconds) {
        now += milliseconds;
      },
      async close() {
        await database.close();
        await empty.remove();
      },
    };
  }),
);

it('keeps its jobs over a restart, and takes up at once what was in work', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'proteus-queue-'));
  try {
    const url = `sqlite:${join(folder, 'queue.db')}`;
    const before = openDatabase(url);
    await migrateUp(before);
    const killed = createEmbeddedQueue(before, 'weaver_jobs');
    for (const id of ['a', 'b']) await killed.add(id);
    await killed.lease(1, 60_000);
    await before.close();

    const after = openDatabase(url);
    const queue = createEmbeddedQueue(after, 'weaver_jobs');
    expect((await queue.lease(5, 60_000)).map(({ jobId }) => jobId)).toEqual(['b']);
    expect(await queue.recoverLeases()).toBe(2);
    const leases = await queue.lease(5, 60_000);
    expect(leases.map(({ jobId, attempt }) => [jobId, attempt])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    await after.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('wakes at the time a delayed job is due', async () => {
  const database = openDatabase('sqlite::memory:');
  await migrateUp(database);
  const queue = createEmbeddedQueue(database, 'weaver_jobs');
  await queue.add('a');
  const [lease] = await queue.lease(1, 60_000);
  await queue.release(lease!, 700);
  expect(await queue.lease(1, 60_000)).toEqual([]);
  // The release itself has rung already; what wakes here is the delay's end.
  await queue.waitForWork(AbortSignal.timeout(4000));
  expect(await queue.lease(1, 60_000)).toHaveLength(1);
  await database.close();
});
