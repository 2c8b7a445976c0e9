import { setTimeout as sleep } from 'node:timers/promises';
import type { Lease } from '@proteus/platform/queue/job-queue.ts';
import { describe, expect, it } from 'vitest';
import { fillBatches } from './fill-batches.ts';

const never = new AbortController().signal;
/** The longest that a test waits for a batch to fill; those that fill do not take so long. */
const PATIENT_MS = 20_000;

/** A queue to which jobs come as the test adds them. */
function createQueue(ids: string[]) {
  let wake = () => {};
  const queue = {
    broken: false,
    async lease(limit: number): Promise<readonly Lease[]> {
      if (queue.broken) throw new Error('away');
      return ids
        .splice(0, limit)
        .map((jobId) => ({ jobId, attempt: 1, expiresAt: 0, token: jobId }));
    },
    waitForWork: (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        wake = resolve;
        signal.addEventListener('abort', () => resolve());
        if (ids.length > 0) resolve();
      }),
    add(id: string) {
      ids.push(id);
      wake();
    },
  };
  return queue;
}

function fill(
  queue: ReturnType<typeof createQueue>,
  { batchSize = 1, free = 1, batchWaitMs = PATIENT_MS, stop = never },
) {
  const find = async (id: string) => ({ personHash: id[0], garmentHash: id }) as never;
  const work = { batches: { readSize: async () => batchSize } };
  const context = { queue, jobs: { find }, leaseMs: 1_000, work, batchWaitMs };
  return fillBatches(context, free, stop);
}
const ids = (batches: readonly (readonly Lease[])[]) =>
  batches.map((batch) => batch.map(({ jobId }) => jobId));

describe('filling batches', () => {
  it('takes one job an engine, without waiting, while the policy wants no batches', async () => {
    expect(ids(await fill(createQueue(['a', 'b', 'c']), { free: 2 }))).toEqual([['a'], ['b']]);
    expect(await fill(createQueue([]), { batchSize: 8 })).toEqual([]);
  });

  it('takes as many as are wanted', async () => {
    const queue = createQueue(['a', 'b', 'c', 'd', 'e']);
    expect(ids(await fill(queue, { batchSize: 4 }))).toEqual([['a', 'b', 'c', 'd']]);
  });

  it('waits for others after the first, and goes as soon as it is full', async () => {
    const queue = createQueue(['a']);
    const filling = fill(queue, { batchSize: 3 });
    await sleep(10);
    queue.add('b');
    await sleep(50);
    queue.add('c');
    expect(ids(await filling)).toEqual([['a', 'b', 'c']]);
  });

  it('goes with those that are there when the time is up, or the weaver stops', async () => {
    expect(ids(await fill(createQueue(['a']), { batchSize: 3, batchWaitMs: 20 }))).toEqual([['a']]);
    const stop = new AbortController();
    const filling = fill(createQueue(['a']), { batchSize: 3, stop: stop.signal });
    await sleep(10);
    stop.abort();
    expect(ids(await filling)).toEqual([['a']]);
  });

  it('loses no job when the queue goes away meanwhile', async () => {
    const queue = createQueue(['a']);
    const filling = fill(queue, { batchSize: 3 });
    await sleep(10);
    queue.broken = true;
    queue.add('b');
    expect(ids(await filling)).toEqual([['a']]);
    await expect(fill(queue, { batchSize: 3 })).rejects.toThrow('away');
  });

  it('shares few jobs among all free engines, those of one person to the same', async () => {
    const queue = createQueue(['a1', 'b1', 'a2', 'b2']);
    const batches = await fill(queue, { batchSize: 4, free: 2, batchWaitMs: 20 });
    expect(ids(batches)).toEqual([
      ['a1', 'a2'],
      ['b1', 'b2'],
    ]);
  });
});
