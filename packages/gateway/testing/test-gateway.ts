import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { parseSettings } from '@proteus/contracts/config/settings.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { eraseUser } from '@proteus/platform/accounts/erase-user.ts';
import { NO_JOB_STATUS_CACHE } from '@proteus/platform/cache/job-status/job-status-cache.ts';
import { createJobsRepository } from '@proteus/platform/database/create-jobs-repository.ts';
import { migrateUp } from '@proteus/platform/database/migrations.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { createUsersRepository } from '@proteus/platform/database/users/create-users-repository.ts';
import { createVtonsRepository } from '@proteus/platform/database/vtons/create-vtons-repository.ts';
import { createMemoryJobEventBus } from '@proteus/platform/events/memory/memory-job-event-bus.ts';
import { createEmbeddedQueues } from '@proteus/platform/queue/embedded/create-embedded-queues.ts';
import { openLocalStore } from '@proteus/platform/storage/local/local-store.ts';
import { createMemoryThrottle } from '@proteus/platform/throttle/create-memory-throttle.ts';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../app.ts';
import { createTokens } from '../auth/tokens.ts';
import type { GatewayDependencies } from '../dependencies.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { fakeParser } from './fake-parser.ts';
import { createFakePictures, fakePicture } from './fake-pictures.ts';
import { createTestLogger } from './test-logger.ts';

/** A gateway on a real database and store in a folder of its own, with fake pictures and engine. */
export interface TestGateway extends GatewayDependencies {
  readonly app: FastifyInstance;
  /** What was logged. */
  readonly log: readonly string[];
  readonly close: () => Promise<void>;
}

export interface TestGatewayOptions {
  /** Environment variables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** In place of the usual parts. */
  readonly parts?: Partial<GatewayDependencies>;
}

/** Builds a gateway that is not listening; use `app.inject`. */
export async function createTestGateway({
  environment = {},
  parts = {},
}: TestGatewayOptions = {}): Promise<TestGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'proteus gateway-'));
  const parsed = parseSettings({ DATA_DIR: folder, ...environment });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { settings } = parsed;
  const clock = parts.clock ?? Date.now;
  const database = openDatabase(settings.DATABASE_URL);
  await migrateUp(database);
  const queues = createEmbeddedQueues(database, clock);
  const store = await openLocalStore({
    folder: settings.VFR_STORAGE,
    secret: 'a secret that is long enough for tests',
    baseUrl: settings.PUBLIC_URL ?? '',
    now: clock,
  });
  const { logger, lines } = createTestLogger();
  const jobs = createJobsRepository({
    database,
    queues,
    maxQueue: settings.MAX_QUEUE,
    now: clock,
  });
  const users = createUsersRepository(database, clock);
  const dependencies: GatewayDependencies = {
    settings,
    pipeline: pipelineConfigSchema.parse({}),
    jobs,
    jobStatus: NO_JOB_STATUS_CACHE,
    users,
    vtons: createVtonsRepository(database, clock),
    tokens: createTokens('a secret that is long enough for tests', clock),
    throttle: createMemoryThrottle(clock),
    eraseTraces: (userId) =>
      void eraseUser({ users, jobs, store }, userId, AbortSignal.timeout(10_000)),
    queues,
    store,
    verifyPresigned: store.verifyPresigned,
    events: createMemoryJobEventBus((error) => logger.error({ err: error }, 'listener')),
    pictures: createFakePictures(),
    parsePerson: fakeParser,
    fetchPicture: async (url) => {
      if (url.includes('private')) throw new ProteusError('URL_NOT_ALLOWED');
      return fakePicture(url);
    },
    engineHealth: () => ({ idle: 1, busy: 0, rss: 1_000_000 }),
    modelStates: async () => [{ name: 'pose', present: true, bytes: 3, problem: null }],
    metrics: createMetrics(),
    logger,
    clock,
    webRoot: null,
    ...parts,
  };
  const app = await createApp(dependencies);
  return {
    ...dependencies,
    app,
    log: lines,
    async close() {
      await app.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const listening = new WeakMap<FastifyInstance, Promise<string>>();

/** Has a gateway listen on the loopback address, once. @returns its port. */
export async function listen({ app }: TestGateway): Promise<number> {
  const started = listening.get(app) ?? app.listen({ port: 0, host: '127.0.0.1' });
  listening.set(app, started);
  await started;
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}
