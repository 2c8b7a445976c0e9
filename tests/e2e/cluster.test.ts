import { setTimeout as sleep } from 'node:timers/promises';
import type { JobView } from '@proteus/contracts/api/jobs.ts';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import sharp from 'sharp';
import { test as base, describe, expect } from 'vitest';
import { PRETENDING_ENGINES } from '../faults/pretending-engines.ts';
import { signUp } from './app-client.ts';
import { HAVE_SERVICES, openCluster, readMetric, type TestCluster } from './cluster.ts';
import { readJob, smallTryOnForm, submitJob, tryOnForm, waitForEnd } from './jobs-client.ts';

const JOBS = 4;
const JOB_LIMIT_MS = 120_000;
const TEST_LIMIT_MS = 300_000;
const POLL = { timeout: JOB_LIMIT_MS, interval: 100 };
/** Milliseconds that an engine that pretends works at a job; these are time to be looked at, and killed. */
const LONG_WORK = { seed: '3000' };
const SHORT_WORK = { seed: '100' };
/** Real engines do the app's jobs of one queue; with another one the queue is what differs. */
const enginesWith = (queue: string): Readonly<Record<string, string>> =>
  queue === 'redis' ? {} : PRETENDING_ENGINES;
/** Of tests that run at the same time; apart from what other tests keep in the same Redis. */
const REDIS_DATABASES = [8, 9, 10, 11] as const;

let opened = 0;
const it = base.extend<{ readonly cluster: TestCluster }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest wants to see which fixtures this one needs.
  cluster: async ({}, use) => {
    const cluster = await openCluster(REDIS_DATABASES[opened++ % REDIS_DATABASES.length]!);
    await use(cluster);
    await cluster.close();
  },
});

// While one test waits for a lease to run out, others start their processes.
describe.skipIf(!HAVE_SERVICES).concurrent('two servers on one PostgreSQL, Redis and S3', () => {
  it.for(['redis', 'postgres'] as const)(
    'share the jobs of a queue in %s, and each tells of all of them',
    { timeout: TEST_LIMIT_MS },
    async (queue, { cluster }) => {
      const environment: Readonly<Record<string, string>> = {
        ...cluster.environment(queue),
        ...PRETENDING_ENGINES,
      };
      const [first, second] = [await cluster.start(environment), await cluster.start(environment)];
      const form = await smallTryOnForm(SHORT_WORK);
      const ids = await Promise.all(
        Array.from({ length: JOBS }, () => submitJob(first.address, form)),
      );
      const jobs = await Promise.all(ids.map((id) => waitForEnd(second.address, id, JOB_LIMIT_MS)));
      expect(jobs.map(({ status }) => status)).toEqual(ids.map(() => 'completed'));

      const job = jobs[0]!;
      expect(job.result_url).toContain(environment.S3_ENDPOINT_URL);
      const direct = await fetch(job.result_url ?? '');
      const served = await fetch(first.address + job.result_path);
      expect(direct.headers.get('content-type')).toBe('image/png');
      expect(
        Buffer.compare(
          Buffer.from(await direct.arrayBuffer()),
          Buffer.from(await served.arrayBuffer()),
        ),
      ).toBe(0);
      for (const server of cluster.servers) expect(await server.end('SIGTERM')).toBe(0);
    },
  );

  it('finish the job of one that was killed', { timeout: TEST_LIMIT_MS }, async ({ cluster }) => {
    const environment = { ...cluster.environment('redis'), ...PRETENDING_ENGINES };
    const first = await cluster.start(environment);
    const id = await submitJob(first.address, await smallTryOnForm(LONG_WORK));
    await first.end('SIGKILL');
    const second = await cluster.start(environment);
    expect(await waitForEnd(second.address, id, JOB_LIMIT_MS)).toMatchObject({
      status: 'completed',
    });
  });
});

/** Waits until a job has come so far. */
async function reach(address: string, jobId: string, wanted: (job: JobView) => boolean) {
  for (const end = Date.now() + JOB_LIMIT_MS; ; await sleep(50)) {
    const job = await readJob(address, jobId);
    if (wanted(job)) return job;
    if (isFinal(job.status) || Date.now() > end) throw new Error(`job ${jobId} is ${job.status}`);
  }
}

const isRunning = ({ status, stage }: JobView) => status === 'running' && stage !== null;

describe.skipIf(!HAVE_SERVICES)(
  'a gateway, a weaver and a tailor as processes of their own',
  () => {
    it.for(['redis', 'postgres', 'embedded'] as const)(
      'do each their part of the app’s jobs, with a queue in %s',
      { timeout: TEST_LIMIT_MS },
      async (queue, { cluster }) => {
        const environment = { ...enginesWith(queue), ...cluster.environment(queue) };
        const gateway = await cluster.start(environment, 'serve', '--roles', 'gateway');
        // Only gateways sign logins.
        const { JWT_SECRET: _, ...workers } = environment;
        const [weaver, tailor] = await Promise.all([
          cluster.start(workers, 'worker', 'weaver'),
          cluster.start(workers, 'worker', 'tailor'),
        ]);
        const user = await signUp(gateway.address, 'ana@example.org');
        const { messages, close } = await user.listen();
        const vton_id = await user.createVton();
        const [user_snap_s3, uncleaned_outfit_s3] = [
          await user.upload('person'),
          await user.upload('garment'),
        ];
        const cut = await user.submit('tailor', { vton_id, uncleaned_outfit_s3 });
        const woven = await user.submit('weaver', { vton_id, user_snap_s3, uncleaned_outfit_s3 });
        const endOf = (jobId: string) =>
          messages.find(({ job_id, status }) => job_id === jobId && isFinal(status));
        await expect.poll(() => [endOf(cut), endOf(woven)], POLL).not.toContain(undefined);
        expect(endOf(cut)).toMatchObject({
          job_type: 'outfit_clean',
          status: 'completed',
          vton_id,
        });
        expect(endOf(woven)).toMatchObject({ job_type: 'try_on', status: 'completed', vton_id });
        expect(messages.some(({ job_id, stage }) => job_id === woven && stage)).toBe(true);
        close();

        const vton = await user.readVton(vton_id);
        expect(vton).toMatchObject({
          status: 'completed',
          result_s3: endOf(woven)?.result_s3_key,
          cleaned_outfit_s3: endOf(cut)?.result_s3_key,
        });
        const cleaned = await fetch(await user.downloadUrl(vton.cleaned_outfit_s3 ?? ''));
        const { data, info } = await sharp(await cleaned.arrayBuffer())
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect([info.channels, data[3]]).toEqual([4, 0]);

        const done = 'vfr_jobs_completed_total';
        expect([
          await readMetric(weaver.address, done),
          await readMetric(tailor.address, done),
        ]).toEqual([1, 1]);
        for (const name of ['weaver_jobs', 'tailor_jobs']) {
          expect(await readMetric(gateway.address, `vfr_queue_backlog{queue="${name}"}`)).toBe(0);
        }
        for (const server of cluster.servers) expect(await server.end('SIGTERM')).toBe(0);
      },
    );
  },
);

describe
  .skipIf(!HAVE_SERVICES)
  .concurrent('a gateway and a weaver as processes of their own', () => {
    it.for(['redis', 'embedded'] as const)(
      'finish the job of a weaver that was killed, and hand jobs back unharmed when told to go, with a queue in %s',
      { timeout: TEST_LIMIT_MS },
      async (queue, { cluster }) => {
        const environment = { ...cluster.environment(queue), ...PRETENDING_ENGINES };
        const gateway = await cluster.start(environment, 'serve', '--roles', 'gateway');
        const killed = await cluster.start(environment, 'worker', 'weaver');
        const id = await submitJob(gateway.address, await tryOnForm(LONG_WORK));
        await reach(gateway.address, id, isRunning);
        await killed.end('SIGKILL');
        const hasty = await cluster.start(
          { ...environment, DRAIN_TIME_MS: '0' },
          'worker',
          'weaver',
        );
        await reach(gateway.address, id, (job) => job.attempts === 2 && isRunning(job));
        expect(await hasty.end('SIGTERM')).toBe(0);
        expect(await readJob(gateway.address, id)).toMatchObject({ status: 'queued', attempts: 1 });

        const patient = await cluster.start(
          { ...environment, DRAIN_TIME_MS: '60000' },
          'worker',
          'weaver',
        );
        await reach(gateway.address, id, isRunning);
        expect(await patient.end('SIGTERM')).toBe(0);
        expect(await readJob(gateway.address, id)).toMatchObject({
          status: 'completed',
          attempts: 2,
          error: null,
        });
      },
    );

    it('end at once when they are told to twice', { timeout: TEST_LIMIT_MS }, async ({
      cluster,
    }) => {
      const environment = {
        ...cluster.environment('redis'),
        ...PRETENDING_ENGINES,
        DRAIN_TIME_MS: '600000',
      };
      const gateway = await cluster.start(environment, 'serve', '--roles', 'gateway');
      const weaver = await cluster.start(environment, 'worker', 'weaver');
      const id = await submitJob(gateway.address, await tryOnForm(LONG_WORK));
      await reach(gateway.address, id, isRunning);
      process.kill(weaver.pid, 'SIGTERM');
      await expect.poll(() => weaver.log(), POLL).toContain('stopping');
      expect(await weaver.end('SIGTERM')).toBeNull();
    });
  });
