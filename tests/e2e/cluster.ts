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
import { createDataFolder, QUICK_POSE, startServer, type TestServer } from './server.ts';

/** Whether there are a PostgreSQL, a Redis and an S3 to run a cluster on. */
export const HAVE_SERVICES = Boolean(TEST_DATABASE_URL && TEST_REDIS_URL && TEST_S3);

/** Processes of Proteus on one PostgreSQL, Redis and S3, as on machines of their own. */
export interface TestCluster {
  /** Those that were started, in order. */
  readonly servers: readonly TestServer[];
  /** The address of the cluster's own database. */
  readonly databaseUrl: string;
  /** Everything that all processes have in common. */
  environment(queue: 'embedded' | 'redis' | 'postgres'): Record<string, string>;
  /** Starts a process with a data folder of its own. @param command what follows `proteus`; `serve` when left out. */
  start(
    environment: Readonly<Record<string, string>>,
    ...command: readonly string[]
  ): Promise<TestServer>;
  /** @returns a folder for what processes share, or keep. */
  makeFolder(): Promise<string>;
  /** Kills what still runs, and removes the database and the folders. */
  close(): Promise<void>;
}

/** @param redisDatabase a number of the test's own, apart from what other tests keep in the same Redis. */
export async function openCluster(redisDatabase: number): Promise<TestCluster> {
  const url = TEST_DATABASE_URL ?? '';
  const database = `e2e_${randomUUID().replaceAll('-', '')}`;
  const databaseUrl = new URL(url);
  databaseUrl.pathname = database;
  const servers: TestServer[] = [];
  const folders: Awaited<ReturnType<typeof createDataFolder>>[] = [];
  await administer(url, `create database ${database}`);
  await makeBucket();
  async function makeFolder(): Promise<string> {
    const folder = await createDataFolder();
    folders.push(folder);
    return folder.path;
  }
  return {
    servers,
    databaseUrl: databaseUrl.href,
    environment: (queue) => ({
      NODE_ENV: 'production',
      ...QUICK_POSE,
      JWT_SECRET: 'known to both servers, and to nobody else',
      DATABASE_URL: databaseUrl.href,
      QUEUE_BACKEND: queue,
      REDIS_URL: `${TEST_REDIS_URL}/${redisDatabase}`,
      STORAGE_BACKEND: 's3',
      S3_ENDPOINT_URL: TEST_S3?.endpoint ?? '',
      S3_BUCKET: TEST_S3?.bucket ?? '',
      S3_REGION: TEST_S3?.region ?? '',
      S3_ACCESS_KEY_ID: TEST_S3?.credentials?.accessKeyId ?? '',
      S3_SECRET_ACCESS_KEY: TEST_S3?.credentials?.secretAccessKey ?? '',
      S3_PREFIX: `${database}/`,
    }),
    async start(environment, ...command) {
      const server = await startServer(
        await makeFolder(),
        environment,
        command.length === 0 ? ['serve'] : command,
      );
      servers.push(server);
      return server;
    },
    makeFolder,
    async close() {
      await Promise.all(servers.map((server) => server.end('SIGKILL')));
      await administer(url, `drop database ${database} with (force)`);
      await Promise.all(folders.map((folder) => folder.remove()));
    },
  };
}

/** A figure of a process' `/metrics`; NaN when it is not there. */
export async function readMetric(address: string, name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? Number.NaN : Number(line.slice(name.length));
}

async function administer(url: string, statement: string): Promise<void> {
  const server = openDatabase(url, { maxConnections: 1 });
  await sql.raw(statement).execute(server.query);
  await server.close();
}

async function makeBucket(): Promise<void> {
  if (TEST_S3 === undefined) return;
  const client = createS3Client(TEST_S3);
  await client.send(new CreateBucketCommand({ Bucket: TEST_S3.bucket })).catch(() => {});
  client.destroy();
}
