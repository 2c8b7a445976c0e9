import { randomUUID } from 'node:crypto';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { createS3Client } from '@proteus/platform/storage/s3/create-s3-client.ts';
import {
  TEST_DATABASE_URL,
  TEST_REDIS_URL,
  TEST_S3,
} from '@proteus/platform/testing/test-services.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallTryOnForm, submitJob, waitForEnd } from './jobs-client.ts';
import { createDataFolder, startServer, type TestServer } from './server.ts';

const JOBS = 4;
const JOB_LIMIT_MS = 120_000;
const TEST_LIMIT_MS = 300_000;
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
  folders = [await createDataFolder(), await createDataFolder()];
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.end('SIGKILL')));
  if (url !== '') await administer(`drop database ${database} with (force)`);
  await Promise.all(folders.map((folder) => folder.remove()));
});

/** Everything that two servers have in common. */
function shared(queue: 'redis' | 'postgres'): Record<string, string> {
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

async function start(environment: Record<string, string>): Promise<TestServer> {
  const server = await startServer(folders[servers.length]?.path ?? '', environment);
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
