import { setTimeout as sleep } from 'node:timers/promises';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { jobArtifactKey, jobInputKey, jobResultKey } from '@proteus/contracts/jobs/job-keys.ts';
import type { Lease } from '@proteus/platform/queue/job-queue.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunOptions } from './engine/engine-process.ts';
import type { TryOnTask } from './engine/task.ts';
import { processJob } from './process-job.ts';
import { OUTCOME, openWorkBench, type WorkBench } from './testing/work-bench.ts';

let bench: WorkBench;
beforeEach(async () => {
  bench = await openWorkBench();
});
afterEach(() => bench.close());

const succeed = { run: async () => OUTCOME };
const failWith = (error: unknown) => ({
  run: async () => {
    throw error;
  },
});
/** Works until it is told to stop. */
const stubborn = {
  run: (_task: TryOnTask, { signal, onProgress }: RunOptions) =>
    new Promise<never>((_, reject) => {
      onProgress?.({ stage: 'warp', progress: 0.5 });
      const stop = () => reject(new ProteusError('CANCELED'));
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
    }),
};

async function lease(): Promise<Lease> {
  const [first] = await bench.queue.lease(1, 10_000);
  if (!first) throw new Error('nothing waits');
  return first;
}

it('works at a lower resolution in degraded mode, and says so', async () => {
  const asked: number[] = [];
  const engine = {
    run: async ({ config }: TryOnTask) => {
      asked.push(config.work.res_long);
      return OUTCOME;
    },
  };
  const crowded = { batchSize: 8, degraded: true, mode: 'EMERGENCY' } as const;
  const id = await bench.submit();
  const [lease] = await bench.queue.lease(1, 10_000);
  await processJob(lease!, bench.context(engine, { readPolicy: async () => crowded }));
  const job = await bench.jobs.find(id);
  expect(asked).toEqual([512]);
  expect(job?.warnings).toContain('DEGRADED');
  // What was asked for stays as it was asked for.
  expect(job?.config.work.res_long).toBe(1024);
});

describe('processing a job', () => {
  it('stores the result and its artifacts, and completes the row', async () => {
    const id = await bench.submit();
    const seen: TryOnTask[] = [];
    const engine = {
      run: async (task: TryOnTask) => {
        seen.push(task);
        return OUTCOME;
      },
    };
    await processJob(await lease(), bench.context(engine));
    expect(Buffer.from(seen[0]!.person).toString()).toBe(jobInputKey(id, 'person'));
    const job = await bench.jobs.find(id);
    expect(job).toMatchObject({ status: 'completed', progress: 1, artifacts: ['controls/pose'] });
    const signal = AbortSignal.timeout(5_000);
    const result = await bench.store.get(jobResultKey(id), signal);
    expect(Buffer.from(result).toString()).toBe('a finished picture');
    expect(await bench.store.head(jobArtifactKey(id, 'controls/pose'), signal)).not.toBeNull();
    expect(await bench.queue.depth()).toEqual({ waiting: 0, active: 0 });
    expect(bench.announced.map(({ status }) => status)).toEqual(['running', 'completed']);
  });

  it('puts a job back unharmed, as often as it takes, while a service is away', async () => {
    const id = await bench.submit();
    const away = failWith(new ProteusError('STORAGE_UNAVAILABLE'));
    await processJob(await lease(), bench.context(away, { maxAttempts: 1 }));
    const waiting = { status: 'queued', attempts: 0, failures: 0, errorCode: null };
    expect(await bench.jobs.find(id)).toMatchObject(waiting);
    await expect.poll(() => bench.queue.lease(1, 10_000), { timeout: 5_000 }).toHaveLength(1);
  });

  it('fails at once when a picture is refused, with its code and stage', async () => {
    const id = await bench.submit();
    const refusal = new ProteusError('NO_PERSON', { stage: 'pose' });
    await processJob(await lease(), bench.context(failWith(refusal)));
    expect(await bench.jobs.find(id)).toMatchObject({
      status: 'failed',
      errorCode: 'NO_PERSON',
      errorStage: 'pose',
    });
    expect(bench.failures).toEqual(['NO_PERSON']);
    expect(await bench.queue.depth()).toEqual({ waiting: 0, active: 0 });
  });

  it('tries again after a crash of ours, and gives up after the last attempt', async () => {
    const id = await bench.submit();
    const context = bench.context(failWith(new ProteusError('ENGINE_CRASHED')), { maxAttempts: 2 });
    await processJob(await lease(), context);
    expect(await bench.jobs.find(id)).toMatchObject({ status: 'queued' });
    let next: Lease | undefined;
    for (const end = Date.now() + 5_000; !next && Date.now() < end; await sleep(50)) {
      [next] = await bench.queue.lease(1, 10_000);
    }
    await processJob(next!, context);
    expect(await bench.jobs.find(id)).toMatchObject({
      status: 'failed',
      errorCode: 'ENGINE_CRASHED',
    });
  });

  it('never shows the text of an unexpected error', async () => {
    const id = await bench.submit();
    const context = bench.context(failWith(new Error('password in a stack')), { maxAttempts: 1 });
    await processJob(await lease(), context);
    const job = await bench.jobs.find(id);
    expect(job).toMatchObject({ status: 'failed', errorCode: 'INTERNAL' });
    expect(job?.errorMessage).not.toContain('password');
  });

  it('stops a running job that its owner cancels', async () => {
    const id = await bench.submit();
    const work = processJob(await lease(), bench.context(stubborn));
    while ((await bench.jobs.find(id))?.stage !== 'warp') await sleep(20);
    expect(await bench.jobs.cancel(id)).toBe('requested');
    await work;
    expect(await bench.jobs.find(id)).toMatchObject({ status: 'canceled' });
    expect(bench.announced.at(-1)).toMatchObject({ status: 'canceled' });
    expect(await bench.queue.depth()).toEqual({ waiting: 0, active: 0 });
  });

  it('does not begin a job that was canceled while it waited', async () => {
    const id = await bench.submit();
    const held = await lease();
    await bench.jobs.cancel(id);
    await processJob(held, bench.context(failWith(new Error('must not run'))));
    expect(await bench.jobs.find(id)).toMatchObject({ status: 'canceled' });
  });

  it('hands a job back when the process has to go', async () => {
    const id = await bench.submit();
    const shutdown = new AbortController();
    const work = processJob(await lease(), bench.context(stubborn, { shutdown: shutdown.signal }));
    while ((await bench.jobs.find(id))?.status !== 'running') await sleep(20);
    shutdown.abort();
    await work;
    expect(await bench.jobs.find(id)).toMatchObject({ status: 'queued', attempts: 0 });
    expect(bench.announced.at(-1)).toMatchObject({ status: 'queued' });
    await processJob(await lease(), bench.context(succeed));
    expect(await bench.jobs.find(id)).toMatchObject({ status: 'completed', attempts: 1 });
  });

  async function killWorkers(times: number): Promise<void> {
    for (let kill = 0; kill < times; kill++) {
      const [dead] = await bench.queue.lease(1, 1);
      expect(await bench.jobs.markRunning(dead!)).toBe(true);
      await sleep(5);
    }
  }

  it('finishes a job whose worker was killed more often than an engine may fail', async () => {
    const id = await bench.submit();
    await killWorkers(6);
    await processJob(await lease(), bench.context(succeed, { maxAttempts: 3 }));
    expect(await bench.jobs.find(id)).toMatchObject({ status: 'completed' });
  });

  it('does not count killed workers among the failures of engines', async () => {
    const id = await bench.submit();
    await killWorkers(6);
    const crash = failWith(new ProteusError('ENGINE_CRASHED'));
    await processJob(await lease(), bench.context(crash, { maxAttempts: 2 }));
    expect(await bench.jobs.find(id)).toMatchObject({ status: 'queued', attempts: 7, failures: 1 });
  });

  it('gives up a job that seems to kill every worker', async () => {
    const id = await bench.submit();
    await killWorkers(20);
    await processJob(await lease(), bench.context(failWith(new Error('must not run'))));
    expect(await bench.jobs.find(id)).toMatchObject({
      status: 'failed',
      errorCode: 'ENGINE_CRASHED',
    });
  });

  it('leaves everything alone after its lease was taken over', async () => {
    const id = await bench.submit();
    const [late] = await bench.queue.lease(1, 1);
    await bench.jobs.markRunning(late!);
    await sleep(5);
    const current = await lease();
    await bench.jobs.markRunning(current);
    expect(await bench.jobs.complete(late!, { ...RESULT, resultKey: 'late' })).toBe(false);
    await processJob(current, bench.context(succeed));
    expect(await bench.jobs.find(id)).toMatchObject({
      status: 'completed',
      resultKey: jobResultKey(id),
    });
  });
});

const RESULT = {
  workKey: null,
  cached: false,
  resultKey: '',
  resultType: 'image/png',
  quality: null,
  warnings: [],
  timings: {},
  artifacts: [],
};
