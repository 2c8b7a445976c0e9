import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { jobInputKey, jobResultKey } from '@proteus/contracts/jobs/job-keys.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunOptions } from './engine/engine-process.ts';
import type { CleanOutcome, CleanTask } from './engine/task.ts';
import { type ProcessJobContext, processJob } from './process-job.ts';
import { createTailoring } from './tailoring.ts';
import { OUTCOME, openWorkBench, type WorkBench } from './testing/work-bench.ts';

let bench: WorkBench;
beforeEach(async () => {
  bench = await openWorkBench();
});
afterEach(() => bench.close());

const CLEANED: CleanOutcome = {
  picture: Buffer.from('a garment alone'),
  width: 300,
  height: 400,
  category: 'upper',
  categoryConfidence: 0.9,
  confidence: 0.8,
  timings: { garment: 8, total: 9 },
};

function contextOf(
  run: (task: CleanTask, options: RunOptions) => Promise<CleanOutcome>,
  changes: Partial<ProcessJobContext> = {},
): ProcessJobContext {
  return {
    ...bench.context({ run: () => Promise.reject(new Error('nobody is to be dressed')) }),
    queue: bench.queues.tailor,
    work: createTailoring({
      engine: { run },
      pictureLimits: { maxBytes: 1e6, maxPixels: 1e6, minSide: 1, decodeTimeMs: 1_000 },
      timeLimitMs: 5_000,
    }),
    ...changes,
  };
}

async function lease() {
  const [first] = await bench.queues.tailor.lease(1, 10_000);
  if (!first) throw new Error('nothing waits');
  return first;
}

describe('a tailor', () => {
  it('cuts the garment out, stores it and tells of it as what it is', async () => {
    const id = await bench.submit('ana', 'tailor');
    const tasks: CleanTask[] = [];
    const run = async (task: CleanTask) => {
      tasks.push(task);
      return CLEANED;
    };
    await processJob(await lease(), contextOf(run));
    expect(tasks).toMatchObject([{ type: 'clean', category: 'auto' }]);
    expect(Buffer.from(tasks[0]!.garment).toString()).toBe(jobInputKey(id, 'garment'));
    expect(tasks[0]!.config).toEqual(pipelineConfigSchema.parse({}));
    expect(await bench.jobs.find(id)).toMatchObject({
      kind: 'tailor',
      status: 'completed',
      resultKey: jobResultKey(id),
      resultType: 'image/png',
      quality: null,
      timings: { total: 9 },
    });
    const kept = await bench.store.get(jobResultKey(id), AbortSignal.timeout(5_000));
    expect(Buffer.from(kept).toString()).toBe('a garment alone');
    expect(bench.announced.map(({ job_type, status }) => [job_type, status])).toEqual([
      ['outfit_clean', 'running'],
      ['outfit_clean', 'completed'],
    ]);
    expect(await bench.queues.tailor.depth()).toEqual({ waiting: 0, active: 0 });
  });

  it('fails at once when there is no garment, with its code and stage', async () => {
    const id = await bench.submit('ana', 'tailor');
    const run = () => Promise.reject(new ProteusError('GARMENT_NOT_FOUND', { stage: 'garment' }));
    await processJob(await lease(), contextOf(run));
    expect(await bench.jobs.find(id)).toMatchObject({
      status: 'failed',
      errorCode: 'GARMENT_NOT_FOUND',
      errorStage: 'garment',
    });
  });

  it('copies what it cut out of the same photo for the same user before', async () => {
    const ids = [await bench.submit('ana', 'tailor'), await bench.submit('ana', 'tailor')];
    const other = await bench.submit('bo', 'tailor');
    let runs = 0;
    const run = async () => {
      runs++;
      return CLEANED;
    };
    const context = contextOf(run, { reuseVersion: '1' });
    for (let count = 0; count < 3; count++) await processJob(await lease(), context);
    expect(runs).toBe(2);
    const cached = await Promise.all([...ids, other].map((id) => bench.jobs.find(id)));
    expect(cached.map((job) => job?.cached)).toEqual([false, true, false]);
    const kept = await bench.store.get(jobResultKey(ids[1]!), AbortSignal.timeout(5_000));
    expect(Buffer.from(kept).toString()).toBe('a garment alone');
  });

  it('never does a weaver’s job, nor a weaver a tailor’s, whatever a queue says', async () => {
    const [weave, tailor] = [await bench.submit(), await bench.submit('ana', 'tailor')];
    await bench.queues.weaver.remove(weave);
    await bench.queues.tailor.remove(tailor);
    await bench.queues.tailor.add(weave);
    await bench.queues.weaver.add(tailor);
    await processJob(
      await lease(),
      contextOf(() => Promise.reject(new Error('must not run'))),
    );
    const [wrong] = await bench.queue.lease(1, 10_000);
    await processJob(wrong!, bench.context({ run: async () => OUTCOME }));
    for (const id of [weave, tailor]) {
      expect(await bench.jobs.find(id)).toMatchObject({ status: 'queued', attempts: 0 });
    }
  });
});
