import type { WorkPolicy } from '@proteus/contracts/config/policy.ts';
import { openRedisPolicy } from '@proteus/platform/policy/open-redis-policy.ts';
import {
  TEST_DATABASE_URL,
  TEST_REDIS_URL,
  TEST_S3,
} from '@proteus/platform/testing/test-services.ts';
import { createDataFolder, startServer, type TestServer } from '../e2e/server.ts';
import { PRETENDING_ENGINES } from './pretending-engines.ts';
import { type PrivatePostgres, startPrivatePostgres } from './private-postgres.ts';
import { type PrivateRedis, startPrivateRedis } from './private-redis.ts';
import { type PrivateS3, startPrivateS3 } from './private-s3.ts';

/** Whether the services' programs are here: where the common ones run, private ones can. */
export const HAVE_SERVICES = Boolean(TEST_DATABASE_URL && TEST_REDIS_URL && TEST_S3);

/** `FAULT_QUEUE=postgres` or `embedded` for the other queues. */
export const QUEUE = process.env.FAULT_QUEUE ?? 'redis';
/** Jobs that a weaver does in one pass. */
export const BATCH = 4;
const BATCHES: WorkPolicy = { batchSize: BATCH, degraded: false, mode: 'THROUGHPUT' };
const WEAVERS = 2;

/** A gateway and weavers, each a process, on services of their own. */
export interface Fleet {
  readonly postgres: PrivatePostgres;
  readonly redis: PrivateRedis;
  readonly s3: PrivateS3;
  /** Changes when it is killed. */
  gateway: TestServer;
  /** Change when they are killed. */
  weavers: TestServer[];
  startGateway(): Promise<TestServer>;
  startWeaver(): Promise<TestServer>;
  close(): Promise<void>;
}

/** Starts the services and the processes; weavers work in batches. */
export async function startFleet(): Promise<Fleet> {
  const closers = new AsyncDisposableStack();
  try {
    return await start(closers);
  } catch (error) {
    await closers.disposeAsync();
    throw error;
  }
}

async function start(closers: AsyncDisposableStack): Promise<Fleet> {
  const keep = <Service extends { remove(): Promise<void> }>(service: Service) =>
    closers.adopt(service, (each) => each.remove());
  const [postgres, redis, s3] = await Promise.all([
    startPrivatePostgres().then(keep),
    startPrivateRedis().then(keep),
    startPrivateS3().then(keep),
  ]);
  const policy = await openRedisPolicy(redis.url);
  await policy.write(BATCHES);
  await policy.close();
  const environment = {
    ...PRETENDING_ENGINES,
    NODE_ENV: 'production',
    JWT_SECRET: 'known to this fleet and to nobody else',
    MIN_IMAGE_SIDE: '16',
    // What is asked here is that no job is lost; engines are killed more often than anywhere else.
    JOB_MAX_ATTEMPTS: '20',
    DATABASE_URL: postgres.url,
    QUEUE_BACKEND: QUEUE,
    REDIS_URL: redis.url,
    STORAGE_BACKEND: 's3',
    S3_ENDPOINT_URL: s3.options.endpoint,
    S3_BUCKET: s3.options.bucket,
    S3_REGION: s3.options.region,
    S3_ACCESS_KEY_ID: s3.options.credentials?.accessKeyId ?? '',
    S3_SECRET_ACCESS_KEY: s3.options.credentials?.secretAccessKey ?? '',
  };
  const startProcess = async (...command: readonly string[]) => {
    const folder = keep(await createDataFolder());
    const server = await startServer(folder.path, environment, command);
    return closers.adopt(server, async (each) => void (await each.end('SIGKILL')));
  };
  const startGateway = () => startProcess('serve', '--roles', 'gateway');
  const startWeaver = () => startProcess('worker', 'weaver');
  // The first one makes the tables.
  const gateway = await startGateway();
  const weavers = await Promise.all(Array.from({ length: WEAVERS }, startWeaver));
  return {
    postgres,
    redis,
    s3,
    gateway,
    weavers,
    startGateway,
    startWeaver,
    close: () => closers.disposeAsync(),
  };
}
