import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import type { JobView } from '@proteus/contracts/api/jobs.ts';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { createS3Client } from '@proteus/platform/storage/s3/create-s3-client.ts';
import {
  TEST_DATABASE_URL,
  TEST_REDIS_URL,
  TEST_S3,
} from '@proteus/platform/testing/test-services.ts';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signUp } from './app-client.ts';
import { readJob, smallTryOnForm, submitJob, tryOnForm, waitForEnd } from './jobs-client.ts';
import { createDataFolder, startServer, type TestServer } from './server.ts';

const JOBS = 4;
const JOB_LIMIT_MS = 120_000;
const TEST_LIMIT_MS = 300_000;
const POLL = { timeout: JOB_LIMIT_MS, interval: 100 };
/** Apart from what other tests keep in the same Redis. */
const REDIS_DATABASE = 5;

const url = TEST_DATABASE_URL ?? '';
let database: string;
let folders: Awaited<ReturnType<typeof createDataFolder>>[];
const servers: TestServer[] = [];

async function administer(statement: string): Promise<void> {
  const server = openDatabase(url, { maxConnections: 1 });
  await sql.raw(statement).execute(server.query);
  await server.close();
}

beforeEach(async () => {
  database = `e2e_${randomUUID().replaceAll('-', '')}`;
  if (url !== '') await administer(`create database ${database}`);
  folders = [];
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.end('SIGKILL')));
  if (url !== '') await administer(`drop database ${database} with (force)`);
  await Promise.all(folders.map((folder) => folder.remove()));
});

/** Everything that all processes have in common. */
function shared(queue: 'embedded' | 'redis' | 'postgres'): Record<string, string> {
  const databaseUrl = new URL(url);
  databaseUrl.pathname = database;
  return {
    NODE_ENV: 'production',
    JWT_SECRET: 'known to both servers, and to nobody else',
    DATABASE_URL: databaseUrl.href,
    QUEUE_BACKEND: queue,
    REDIS_URL: `${TEST_REDIS_URL}/${REDIS_DATABASE}`,
    STORAGE_BACKEND: 's3',
    S3_ENDPOINT_URL: TEST_S3?.endpoint ?? '',
    S3_BUCKET: TEST_S3?.bucket ?? '',
    S3_REGION: TEST_S3?.region ?? '',
    S3_ACCESS_KEY_ID: TEST_S3?.credentials?.accessKeyId ?? '',
    S3_SECRET_ACCESS_KEY: TEST_S3?.credentials?.secretAccessKey ?? '',
    S3_PREFIX: `${database}/`,
  };
}

/** Every process has a data folder of its own, as on machines of their own. */
async function start(
  environment: Record<string, string>,
  ...command: readonly string[]
): Promise<TestServer> {
  const folder = await createDataFolder();
  folders.push(folder);
  const server = await startServer(
    folder.path,
    environment,
    command.length === 0 ? ['serve'] : command,
  );
  servers.push(server);
  return server;
}

async function makeBucket(): Promise<void> {
  if (TEST_S3 === undefined) return;
  const client = createS3Client(TEST_S3);
  await client.send(new CreateBucketCommand({ Bucket: TEST_S3.bucket })).catch(() => {});
  client.destroy();
}

const haveServices = TEST_DATABASE_URL && TEST_REDIS_URL && TEST_S3;

describe.skipIf(!haveServices)('two servers on one PostgreSQL, Redis and S3', () => {
  it.each(['redis', 'postgres'] as const)(
    'share the jobs of a queue in %s, and each tells of all of them',
    { timeout: TEST_LIMIT_MS },
    async (queue) => {
      await makeBucket();
      const environment = shared(queue);
      const [first, second] = [await start(environment), await start(environment)];
      const form = await smallTryOnForm();
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
      for (const server of servers) expect(await server.end('SIGTERM')).toBe(0);
    },
  );

  it('finish the job of one that was killed', { timeout: TEST_LIMIT_MS }, async () => {
    await makeBucket();
    const environment = shared('redis');
    const first = await start(environment);
    const id = await submitJob(first.address, await smallTryOnForm());
    await first.end('SIGKILL');
    const second = await start(environment);
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

async function metric(address: string, name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length));
}

const isRunning = ({ status, stage }: JobView) => status === 'running' && stage !== null;

describe.skipIf(!haveServices)('a gateway, a weaver and a tailor as processes of their own', () => {
  it.each(['redis', 'postgres', 'embedded'] as const)(
    'do each their part of the app’s jobs, with a queue in %s',
    { timeout: TEST_LIMIT_MS },
    async (queue) => {
      await makeBucket();
      const environment = shared(queue);
      const gateway = await start(environment, 'serve', '--roles', 'gateway');
      // Only gateways sign logins.
      const { JWT_SECRET: _, ...workers } = environment;
      const weaver = await start(workers, 'worker', 'weaver');
      const tailor = await start(workers, 'worker', 'tailor');
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
      expect(endOf(cut)).toMatchObject({ job_type: 'outfit_clean', status: 'completed', vton_id });
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
      expect([await metric(weaver.address, done), await metric(tailor.address, done)]).toEqual([
        1, 1,
      ]);
      for (const name of ['weaver_jobs', 'tailor_jobs']) {
        expect(await metric(gateway.address, `vfr_queue_backlog{queue="${name}"}`)).toBe(0);
      }
      for (const server of servers) expect(await server.end('SIGTERM')).toBe(0);
    },
  );

  it.each(['redis', 'embedded'] as const)(
    'finish the job of a weaver that was killed, and hand jobs back unharmed when told to go, with a queue in %s',
    { timeout: TEST_LIMIT_MS },
    async (queue) => {
      await makeBucket();
      const environment = shared(queue);
      const gateway = await start(environment, 'serve', '--roles', 'gateway');
      const killed = await start(environment, 'worker', 'weaver');
      const id = await submitJob(gateway.address, await tryOnForm());
      await reach(gateway.address, id, isRunning);
      await killed.end('SIGKILL');
      const hasty = await start({ ...environment, DRAIN_TIME_MS: '0' }, 'worker', 'weaver');
      await reach(gateway.address, id, (job) => job.attempts === 2 && isRunning(job));
      expect(await hasty.end('SIGTERM')).toBe(0);
      expect(await readJob(gateway.address, id)).toMatchObject({ status: 'queued', attempts: 1 });

      const patient = await start({ ...environment, DRAIN_TIME_MS: '60000' }, 'worker', 'weaver');
      await reach(gateway.address, id, isRunning);
      expect(await patient.end('SIGTERM')).toBe(0);
      expect(await readJob(gateway.address, id)).toMatchObject({
        status: 'completed',
        attempts: 2,
        error: null,
      });
    },
  );

  it('end at once when they are told to twice', { timeout: TEST_LIMIT_MS }, async () => {
    await makeBucket();
    const environment = { ...shared('redis'), DRAIN_TIME_MS: '600000' };
    const gateway = await start(environment, 'serve', '--roles', 'gateway');
    const weaver = await start(environment, 'worker', 'weaver');
    const id = await submitJob(gateway.address, await tryOnForm());
    await reach(gateway.address, id, isRunning);
    process.kill(weaver.pid, 'SIGTERM');
    await expect.poll(() => weaver.log(), POLL).toContain('stopping');
    expect(await weaver.end('SIGTERM')).toBeNull();
  });
});
