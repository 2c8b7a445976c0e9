import { jobArtifactKey, jobResultKey } from '@proteus/contracts/jobs/job-keys.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processJob } from './process-job.ts';
import { workKeyOf } from './reuse-result.ts';
import { OUTCOME, openWorkBench, type WorkBench } from './testing/work-bench.ts';

const signal = AbortSignal.timeout(60_000);
let bench: WorkBench;
let runs = 0;
beforeEach(async () => {
  bench = await openWorkBench();
  runs = 0;
});
afterEach(() => bench.close());

const engine = {
  run: async () => {
    runs++;
    return OUTCOME;
  },
};

/** Works on the next job; all jobs of the bench are for the same pictures. */
async function workOn(id: string, reuseVersion: string | null): Promise<void> {
  const [lease] = await bench.queue.lease(1, 10_000);
  expect(lease?.jobId).toBe(id);
  await processJob(lease!, bench.context(engine, { reuseVersion }));
}

async function finish(reuseVersion: string | null = 'one'): Promise<string> {
  const id = await bench.submit();
  await workOn(id, reuseVersion);
  return id;
}

describe('finished work', () => {
  it('is copied to a job that asks for the same, with all that was found', async () => {
    await finish();
    const id = await finish();
    expect(runs).toBe(1);
    expect(await bench.jobs.find(id)).toMatchObject({
      status: 'completed',
      cached: true,
      resultKey: jobResultKey(id),
      quality: OUTCOME.quality,
      artifacts: ['controls/pose'],
    });
    const picture = await bench.store.get(jobResultKey(id), signal);
    expect(Buffer.compare(picture, OUTCOME.picture)).toBe(0);
    expect(await bench.store.head(jobArtifactKey(id, 'controls/pose'), signal)).not.toBeNull();
    expect(bench.lookups).toEqual(['result miss', 'person miss', 'garment hit', 'result hit']);
  });

  it('of another version, or when it is switched off, is done anew', async () => {
    await finish('one');
    await finish('two');
    const id = await finish(null);
    expect(runs).toBe(3);
    expect((await bench.jobs.find(id))?.cached).toBe(false);
  });

  it('whose pictures are gone is done anew', async () => {
    const marked = await finish();
    await bench.jobs.markResultRemoved(marked);
    const lost = await finish();
    await bench.store.remove(jobResultKey(lost), signal);
    const last = await finish();
    expect(runs).toBe(3);
    expect(await bench.jobs.find(last)).toMatchObject({ status: 'completed', cached: false });
  });
});

describe('the name of a job’s work', () => {
  it('changes with everything that shapes the result, and with nothing else', async () => {
    const job = (await bench.jobs.find(await bench.submit()))!;
    const key = workKeyOf(job, 'one');
    expect(workKeyOf({ ...job, id: 'another', createdAt: 0, attempts: 2 }, 'one')).toBe(key);
    const others = [
      workKeyOf(job, 'two'),
      workKeyOf({ ...job, personHash: 'another' }, 'one'),
      workKeyOf({ ...job, garmentHash: 'another' }, 'one'),
      workKeyOf({ ...job, category: 'dress' }, 'one'),
      workKeyOf({ ...job, seed: job.seed + 1 }, 'one'),
      workKeyOf({ ...job, corrections: { ...job.corrections, tuck: 'in' } }, 'one'),
      workKeyOf({ ...job, config: { ...job.config, work: { res_long: 512 } } }, 'one'),
      workKeyOf({ ...job, config: { ...job.config, debug: { keep_artifacts: true } } }, 'one'),
    ];
    expect(new Set([key, ...others]).size).toBe(others.length + 1);
  });
});
