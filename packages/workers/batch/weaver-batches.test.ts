import { setTimeout as sleep } from 'node:timers/promises';
import { CALM_POLICY } from '@proteus/contracts/config/policy.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { jobResultKey } from '@proteus/contracts/jobs/job-keys.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BrokenPassError } from '../engine/broken-pass-error.ts';
import type { RunOptions } from '../engine/engine-process.ts';
import type { TryOnOutcome, TryOnTask } from '../engine/task.ts';
import { JobWorker, type JobWorkerOptions } from '../job-worker.ts';
import type { ProcessJobContext } from '../process-job.ts';
import { OUTCOME, openWorkBench, type WorkBench } from '../testing/work-bench.ts';
import type { WeavingOptions } from '../weaving.ts';
import type { WorkEngine } from '../work-engine.ts';

const signal = AbortSignal.timeout(120_000);
let bench: WorkBench;
const weavers: JobWorker[] = [];
beforeEach(async () => {
  bench = await openWorkBench();
});
afterEach(async () => {
  for (const weaver of weavers.splice(0)) await weaver.stop(0);
  await bench.close();
});

/** The bench stores each picture's key as its bytes, so that a task tells whose it is. */
const jobOf = ({ person }: TryOnTask) => Buffer.from(person).toString().split('/')[1]!;

type Act = (job: string, options: RunOptions) => Promise<TryOnOutcome>;

/** An engine that does one after the other, and dies of a poisonous job with all that is pending. */
function createEngine(act: Act, poison: ReadonlySet<string> = new Set()): WorkEngine {
  async function run(task: TryOnTask, options: RunOptions): Promise<TryOnOutcome> {
    if (poison.has(jobOf(task))) throw new ProteusError('ENGINE_CRASHED');
    return await act(jobOf(task), options);
  }
  return {
    run,
    passes: {
      maxBatch: 8,
      runPass(items) {
        let before: Promise<unknown> = Promise.resolve();
        return items.map(({ task, options }, index) => {
          const isDead = items.slice(0, index + 1).some((item) => poison.has(jobOf(item.task)));
          const end = before.then(() => {
            if (isDead) throw new BrokenPassError('poison');
            if (options.signal.aborted) throw new ProteusError('CANCELED');
            return run(task, options);
          });
          before = end.catch(() => {});
          return end;
        });
      },
    },
  };
}

function startWeaver(
  engine: WorkEngine,
  changes: Partial<ProcessJobContext & WeavingOptions & JobWorkerOptions> = {},
): void {
  const readPolicy = async () => ({ ...CALM_POLICY, batchSize: 4 });
  const context = bench.context(engine, { readPolicy, ...changes });
  const weaver = new JobWorker({ concurrency: 1, batchWaitMs: 300, ...changes, ...context });
  weavers.push(weaver);
  weaver.start();
}

async function ended(ids: readonly string[]): Promise<readonly JobRow[]> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) {
    const rows = await Promise.all(ids.map(async (id) => (await bench.jobs.find(id))!));
    if (rows.every(({ status }) => status !== 'queued' && status !== 'running')) return rows;
  }
  throw new Error('the jobs did not end');
}

async function submitAll(count: number, person = (index: number) => `person ${index}`) {
  const ids: string[] = [];
  for (let index = 0; index < count; index++)
    ids.push(await bench.submit('me', 'weaver', person(index)));
  return ids;
}

describe('a weaver of batches', () => {
  it('does as many jobs in one pass as the policy says, and gives each its own picture', async () => {
    const ids = await submitAll(6);
    startWeaver(createEngine(async (job) => ({ ...OUTCOME, picture: Buffer.from(job) })));
    const rows = await ended(ids);
    expect(rows.map(({ status }) => status)).toEqual(ids.map(() => 'completed'));
    for (const id of ids) {
      expect(Buffer.from(await bench.store.get(jobResultKey(id), signal)).toString()).toBe(id);
    }
    expect(bench.passes).toEqual([4, 2]);
    expect(await bench.queue.depth()).toEqual({ waiting: 0, active: 0 });
  });

  it('waits a little for a second job, and takes it along', async () => {
    const first = await bench.submit('me', 'weaver', 'one');
    const readPolicy = async () => ({ ...CALM_POLICY, batchSize: 2 });
    startWeaver(
      createEngine(async () => OUTCOME),
      { batchWaitMs: 20_000, readPolicy },
    );
    await sleep(50);
    expect(await bench.jobs.find(first)).toMatchObject({ status: 'queued' });
    const second = await bench.submit('me', 'weaver', 'two');
    await ended([first, second]);
    expect(bench.passes).toEqual([2]);
  });

  it('fails a bad job alone, with its code', async () => {
    const ids = await submitAll(3);
    const act: Act = async (job) => {
      if (job === ids[1]) throw new ProteusError('NO_PERSON', { stage: 'pose' });
      return OUTCOME;
    };
    startWeaver(createEngine(act));
    const rows = await ended(ids);
    expect(rows.map(({ status }) => status)).toEqual(['completed', 'failed', 'completed']);
    expect(rows[1]).toMatchObject({ errorCode: 'NO_PERSON', errorStage: 'pose', attempts: 1 });
    expect(rows[2]).toMatchObject({ attempts: 1 });
  });

  it('lets a canceled job leave before its turn, and does the others', async () => {
    const ids = await submitAll(3);
    const ran: string[] = [];
    const holdUp = Promise.withResolvers<void>();
    const act: Act = async (job) => {
      ran.push(job);
      if (job === ids[0]) await holdUp.promise;
      return OUTCOME;
    };
    startWeaver(createEngine(act));
    await expect.poll(() => ran).toEqual([ids[0]]);
    expect(await bench.jobs.cancel(ids[1]!)).toBe('requested');
    // The monitor of each job looks four times a second.
    await sleep(600);
    holdUp.resolve();
    const rows = await ended(ids);
    expect(rows.map(({ status }) => status)).toEqual(['completed', 'canceled', 'completed']);
    expect(ran).not.toContain(ids[1]);
  });

  it.each([1, 3])(
    'finds the job that kills engines, and saves the others (%i attempts)',
    async (maxAttempts) => {
      const ids = await submitAll(4);
      const ran: string[] = [];
      const act: Act = async (job) => {
        ran.push(job);
        return OUTCOME;
      };
      startWeaver(createEngine(act, new Set([ids[1]!])), { maxAttempts });
      const rows = await ended(ids);
      expect(rows.map(({ status }) => status)).toEqual([
        'completed',
        'failed',
        'completed',
        'completed',
      ]);
      expect(rows[1]).toMatchObject({
        errorCode: 'ENGINE_CRASHED',
        attempts: Math.max(2, maxAttempts),
      });
      expect(rows.map(({ attempts }) => attempts).filter((_, index) => index !== 1)).toEqual([
        1, 2, 2,
      ]);
      expect(ran.toSorted()).toEqual([ids[0], ids[2], ids[3]].toSorted());
    },
  );
});

describe('equal work at the same time', () => {
  const same = () => 'one person';

  it('is done once in a batch and across weavers; all are given the same bytes', async () => {
    const ids = await submitAll(6, same);
    let runs = 0;
    const act: Act = async () => {
      await sleep(100);
      return { ...OUTCOME, picture: Buffer.from(`picture ${++runs}`) };
    };
    const engine = createEngine(act);
    for (let weaver = 0; weaver < 2; weaver++) startWeaver(engine, { reuseVersion: 'one' });
    const rows = await ended(ids);
    expect(runs).toBe(1);
    expect(rows.filter(({ cached }) => cached)).toHaveLength(5);
    for (const id of ids) {
      const picture = await bench.store.get(jobResultKey(id), signal);
      expect(Buffer.from(picture).toString()).toBe('picture 1');
    }
  });

  it('holds no engine up while it is waited for', async () => {
    const equal = await submitAll(2, same);
    const other = await bench.submit('me', 'weaver', 'another person');
    const holdUp = Promise.withResolvers<void>();
    const act: Act = async (job) => {
      if (job !== other) await holdUp.promise;
      return OUTCOME;
    };
    startWeaver(createEngine(act), {
      concurrency: 2,
      reuseVersion: 'one',
      readPolicy: async () => CALM_POLICY,
    });
    await ended([other]);
    const states = await Promise.all(equal.map(async (id) => (await bench.jobs.find(id))?.status));
    expect(states).toEqual(['running', 'running']);
    holdUp.resolve();
    expect((await ended(equal)).filter(({ cached }) => cached)).toHaveLength(1);
  });

  it('can be canceled while it is waited for', async () => {
    const ids = await submitAll(2, same);
    const holdUp = Promise.withResolvers<void>();
    const act: Act = async () => {
      await holdUp.promise;
      return OUTCOME;
    };
    startWeaver(createEngine(act), { concurrency: 2, reuseVersion: 'one' });
    const status = async (id: string) => (await bench.jobs.find(id))?.status;
    await expect.poll(() => Promise.all(ids.map(status))).toEqual(['running', 'running']);
    await sleep(100);
    await Promise.all(ids.map((id) => bench.jobs.cancel(id)));
    // The one that waits stops by itself; the other one's engine does not listen in this test.
    const states = async () => (await Promise.all(ids.map(status))).toSorted();
    await expect.poll(states, { timeout: 5_000 }).toEqual(['canceled', 'running']);
    holdUp.resolve();
    expect((await ended(ids)).map((row) => row.status)).toEqual(['canceled', 'canceled']);
  });
});
