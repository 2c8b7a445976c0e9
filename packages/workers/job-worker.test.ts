import { setTimeout as sleep } from 'node:timers/promises';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunOptions } from './engine/engine-process.ts';
import type { TryOnTask } from './engine/task.ts';
import { JobWorker } from './job-worker.ts';
import { OUTCOME, openWorkBench, type WorkBench } from './testing/work-bench.ts';

let bench: WorkBench;
let worker: JobWorker | null = null;
beforeEach(async () => {
  bench = await openWorkBench();
});
afterEach(async () => {
  await worker?.stop(0);
  await bench.close();
});

function startWorker(
  run: (task: TryOnTask, options: RunOptions) => Promise<typeof OUTCOME>,
  concurrency = 1,
): JobWorker {
  worker = new JobWorker({ ...bench.context({ run }), concurrency, batchWaitMs: 300 });
  worker.start();
  return worker;
}

async function ended(ids: readonly string[]): Promise<string[]> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(20)) {
    const rows = await Promise.all(ids.map((id) => bench.jobs.find(id)));
    const states = rows.map((row) => row?.status ?? 'missing');
    if (states.every((state) => state === 'completed' || state === 'failed')) return states;
  }
  throw new Error('the jobs did not end');
}

describe('a worker', () => {
  it('works off what waits, and what comes later, each job once', async () => {
    const first = [await bench.submit(), await bench.submit()];
    const ran: Uint8Array[] = [];
    startWorker(async ({ person }) => {
      ran.push(person);
      return OUTCOME;
    });
    await ended(first);
    const second = await bench.submit();
    await bench.queue.follow('', 'added');
    expect(await ended([...first, second])).toEqual(['completed', 'completed', 'completed']);
    expect(new Set(ran.map(String)).size).toBe(3);
    expect(ran).toHaveLength(3);
  });

  it('works on as many jobs at once as it may, never on more', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => bench.submit()));
    let now = 0;
    let most = 0;
    startWorker(async () => {
      most = Math.max(most, ++now);
      await sleep(50);
      now--;
      return OUTCOME;
    }, 2);
    await ended(ids);
    expect(most).toBe(2);
  });

  it('goes on after a job failed', async () => {
    const ids = [await bench.submit(), await bench.submit()];
    let runs = 0;
    startWorker(async () => {
      if (runs++ === 0) throw new ProteusError('NO_PERSON');
      return OUTCOME;
    });
    expect(await ended(ids)).toEqual(['failed', 'completed']);
  });

  it('finishes what is under way when it is stopped, and takes nothing new', async () => {
    const ids = [await bench.submit(), await bench.submit()];
    const worker = startWorker(async () => {
      await sleep(100);
      return OUTCOME;
    });
    while (worker.running === 0) await sleep(5);
    await worker.stop(5_000);
    const states = await Promise.all(ids.map(async (id) => (await bench.jobs.find(id))?.status));
    expect(states).toEqual(['completed', 'queued']);
  });

  it('hands back what does not finish in the time of grace', async () => {
    const id = await bench.submit();
    const worker = startWorker(
      (_task, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new ProteusError('CANCELED')));
        }),
    );
    while ((await bench.jobs.find(id))?.status !== 'running') await sleep(5);
    await worker.stop(50);
    expect(await bench.jobs.find(id)).toMatchObject({ status: 'queued', errorCode: null });
    expect(await bench.queue.depth()).toEqual({ waiting: 1, active: 0 });
  });
});
