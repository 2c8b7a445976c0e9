import { jobInputKey, jobResultKey } from '@proteus/contracts/jobs/job-keys.ts';
import { uploadKey, userPrefix } from '@proteus/contracts/jobs/user-keys.ts';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanUp } from './janitor.ts';
import { processJob } from './process-job.ts';
import { OUTCOME, openWorkBench, type WorkBench } from './testing/work-bench.ts';

const MAX_UPLOAD_BYTES = 100;
const HOUR = 3_600_000;
const signal = AbortSignal.timeout(60_000);
let bench: WorkBench;
beforeEach(async () => {
  bench = await openWorkBench();
});
afterEach(() => bench.close());

function clean(hoursLater: number, retentionHours = 24) {
  const { jobs, users, vtons, store, leases } = bench;
  const logger = createLogger({ level: 'silent' });
  const retentionMs = retentionHours * HOUR;
  const now = () => Date.now() + hoursLater * HOUR;
  const rules = { retentionMs, maxUploadBytes: MAX_UPLOAD_BYTES };
  return cleanUp({ jobs, users, vtons, store, leases, logger, ...rules, now }, signal);
}

async function finishedJob(): Promise<string> {
  const id = await bench.submit();
  const [lease] = await bench.queue.lease(1, 10_000);
  await processJob(lease!, bench.context({ run: async () => OUTCOME }));
  return id;
}

describe('the janitor', () => {
  it('removes every picture of a job past its retention time, and keeps the row', async () => {
    const id = await finishedJob();
    expect(await clean(25)).toEqual({
      erasedUsers: 0,
      expiredJobs: 1,
      orphanedObjects: 0,
      unusedUploads: 0,
    });
    expect(await bench.store.head(jobResultKey(id), signal)).toBeNull();
    expect(await bench.store.head(jobInputKey(id, 'person'), signal)).toBeNull();
    const job = await bench.jobs.find(id);
    expect(job?.status).toBe('completed');
    expect(job?.resultRemovedAt).not.toBeNull();
  });

  it('erases what a user left whose account is gone, and nothing of others', async () => {
    const { users, jobs, store, queue } = bench;
    const { id: userId } = await users.create({ email: 'a@b.c', name: null, passwordHash: 'x' });
    const finished = await bench.submit(userId);
    const [lease] = await queue.lease(1, 10_000);
    await processJob(lease!, bench.context({ run: async () => OUTCOME }));
    const waiting = await bench.submit(userId);
    const tailored = await bench.submit(userId, 'tailor');
    const foreign = await bench.submit('another');
    const upload = `${userPrefix(userId)}uploads/1.png`;
    await store.put(upload, Buffer.from('photo'), 'image/png', signal);
    await users.remove(userId);

    expect(await clean(0)).toMatchObject({ erasedUsers: 1 });
    expect(await clean(0)).toMatchObject({ erasedUsers: 0 });
    for (const job of [finished, waiting, tailored]) {
      expect(await jobs.find(job)).toBeNull();
      expect(await store.head(jobInputKey(job, 'garment'), signal)).toBeNull();
    }
    expect(await store.head(jobResultKey(finished), signal)).toBeNull();
    expect(await store.head(upload, signal)).toBeNull();
    expect(await bench.queues.tailor.depth()).toEqual({ waiting: 0, active: 0 });
    expect(await jobs.find(foreign)).not.toBeNull();
    expect(await queue.depth()).toEqual({ waiting: 1, active: 0 });
  });

  it('removes at once an upload that is too large to be used', async () => {
    const { users, vtons, store } = bench;
    const { id: userId } = await users.create({ email: 'a@b.c', name: null, passwordHash: 'x' });
    const [usable, huge] = [uploadKey(userId, 'usable', 'png'), uploadKey(userId, 'huge', 'png')];
    await store.put(usable, new Uint8Array(MAX_UPLOAD_BYTES), 'image/png', signal);
    await store.put(huge, new Uint8Array(MAX_UPLOAD_BYTES + 1), 'image/png', signal);
    await vtons.create(userId, 'Summer', { userSnapKey: huge });
    expect(await clean(0)).toMatchObject({ unusedUploads: 1 });
    expect(await store.head(usable, signal)).not.toBeNull();
    expect(await store.head(huge, signal)).toBeNull();
  });

  it('removes uploads that no try-on shows after a day', async () => {
    const { users, vtons, store } = bench;
    const { id: userId } = await users.create({ email: 'a@b.c', name: null, passwordHash: 'x' });
    const [shown, unused] = [uploadKey(userId, 'shown', 'png'), uploadKey(userId, 'unused', 'png')];
    for (const key of [shown, unused]) await store.put(key, Buffer.from('x'), 'image/png', signal);
    await vtons.create(userId, 'Summer', { userSnapKey: shown });
    expect(await clean(23)).toMatchObject({ unusedUploads: 0 });
    expect(await clean(25)).toMatchObject({ unusedUploads: 1 });
    expect(await store.head(shown, signal)).not.toBeNull();
    expect(await store.head(unused, signal)).toBeNull();
  });

  it('keeps what is still in its time, and everything when retention is off', async () => {
    const id = await finishedJob();
    expect(await clean(23)).toMatchObject({ expiredJobs: 0, orphanedObjects: 0 });
    expect(await clean(10_000, 0)).toMatchObject({ expiredJobs: 0, orphanedObjects: 0 });
    expect(await bench.store.head(jobResultKey(id), signal)).not.toBeNull();
  });

  it('removes what a kill between marking and removing left', async () => {
    const id = await finishedJob();
    await bench.jobs.markResultRemoved(id);
    expect(await clean(2)).toMatchObject({ expiredJobs: 0, orphanedObjects: 4 });
    expect(await bench.store.head(jobResultKey(id), signal)).toBeNull();
  });

  it('does not touch a job that has not ended', async () => {
    await bench.submit();
    expect(await clean(10_000)).toMatchObject({ expiredJobs: 0, orphanedObjects: 0 });
  });

  it('removes pictures whose job was never accepted, once they are old enough', async () => {
    await bench.store.put(jobInputKey('01NOBODY', 'person'), Buffer.from('x'), 'image/png', signal);
    expect(await clean(0)).toMatchObject({ orphanedObjects: 0 });
    expect(await clean(2)).toMatchObject({ orphanedObjects: 1 });
    expect(await bench.store.head(jobInputKey('01NOBODY', 'person'), signal)).toBeNull();
  });
});
