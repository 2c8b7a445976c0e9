import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { CALM_POLICY } from '@proteus/contracts/config/policy.ts';
import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import { jobInputKey } from '@proteus/contracts/jobs/job-keys.ts';
import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import { createJobId } from '@proteus/platform/database/create-job-id.ts';
import { createJobsRepository } from '@proteus/platform/database/create-jobs-repository.ts';
import type { JobSubmission } from '@proteus/platform/database/job-row.ts';
import type { JobsRepository } from '@proteus/platform/database/jobs-repository.ts';
import { migrateUp } from '@proteus/platform/database/migrations.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { createUsersRepository } from '@proteus/platform/database/users/create-users-repository.ts';
import type { UsersRepository } from '@proteus/platform/database/users/users-repository.ts';
import { createVtonsRepository } from '@proteus/platform/database/vtons/create-vtons-repository.ts';
import type { VtonsRepository } from '@proteus/platform/database/vtons/vtons-repository.ts';
import { createMemoryJobEventBus } from '@proteus/platform/events/memory/memory-job-event-bus.ts';
import { createDatabaseLeases } from '@proteus/platform/leases/create-database-leases.ts';
import type { Leases } from '@proteus/platform/leases/leases.ts';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import { createEmbeddedQueues } from '@proteus/platform/queue/embedded/create-embedded-queues.ts';
import type { EmbeddedQueue } from '@proteus/platform/queue/embedded/embedded-queue.ts';
import type { JobQueues } from '@proteus/platform/queue/job-queues.ts';
import { type LocalStore, openLocalStore } from '@proteus/platform/storage/local/local-store.ts';
import type { TryOnOutcome } from '../engine/task.ts';
import type { ProcessJobContext } from '../process-job.ts';
import { createWeaving, type WeavingOptions } from '../weaving.ts';

/** Real rows, a real queue and a real store in a folder of their own; only the engine is played. */
export interface WorkBench {
  readonly jobs: JobsRepository;
  readonly users: UsersRepository;
  readonly vtons: VtonsRepository;
  readonly queues: JobQueues<EmbeddedQueue>;
  /** The weavers'. */
  readonly queue: EmbeddedQueue;
  readonly store: LocalStore;
  readonly leases: Leases;
  /** Everything that was announced. */
  readonly announced: JobEvent[];
  /** Reasons of failures that were measured. */
  readonly failures: string[];
  /** Questions to caches that were measured. */
  readonly lookups: string[];
  /** Sizes of passes that were measured. */
  readonly passes: number[];
  /** Stores the pictures and accepts a job for them. */
  submit(ownerId?: string, kind?: JobKind, garmentHash?: string): Promise<string>;
  /** As weavers have it. */
  context(
    engine: WeavingOptions['engine'],
    changes?: Partial<ProcessJobContext & WeavingOptions>,
  ): ProcessJobContext;
  close(): Promise<void>;
}

export const OUTCOME: TryOnOutcome = {
  picture: Buffer.from('a finished picture'),
  width: 768,
  height: 1024,
  category: 'upper',
  seed: 1,
  quality: { score: 0.9, reasons: [], metrics: {} },
  warnings: [],
  timings: { total: 12 },
  lookups: { person: 'miss', garment: 'hit' },
  artifacts: [{ name: 'controls/pose', picture: Buffer.from('a drawing') }],
};

export async function openWorkBench(): Promise<WorkBench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'proteus-workers-'));
  const database = openDatabase(`sqlite:${path.join(folder, 'jobs.db')}`);
  await migrateUp(database);
  const queues = createEmbeddedQueues(database);
  const queue = queues.weaver;
  const jobs = createJobsRepository({ database, queues, maxQueue: 100 });
  const store = await openLocalStore({ folder, secret: 's'.repeat(32), baseUrl: '' });
  const events = createMemoryJobEventBus(() => {});
  const announced: JobEvent[] = [];
  events.subscribe({}, (event) => announced.push(event));
  const leases = createDatabaseLeases(database);
  const failures: string[] = [];
  const lookups: string[] = [];
  const passes: number[] = [];
  return {
    jobs,
    users: createUsersRepository(database),
    vtons: createVtonsRepository(database),
    queues,
    queue,
    store,
    leases,
    announced,
    failures,
    lookups,
    passes,
    async submit(ownerId = 'somebody', kind = 'weaver', garmentHash = 'bb') {
      const submission = createSubmission(ownerId, kind, garmentHash);
      for (const picture of [submission.person, submission.garment]) {
        if (picture === null) continue;
        const { key } = picture;
        await store.put(key, Buffer.from(key), 'image/png', AbortSignal.timeout(5_000));
      }
      await jobs.accept(submission);
      return submission.id;
    },
    context: (engine, changes = {}) => ({
      jobs,
      queue,
      store,
      events,
      work: createWeaving({
        engine,
        pictureLimits: { maxBytes: 1e6, maxPixels: 1e6, minSide: 1, decodeTimeMs: 1_000 },
        timeLimitMs: 5_000,
        readPolicy: async () => CALM_POLICY,
        ...changes,
      }),
      leases,
      patienceMs: 20_000,
      onWait: () => {},
      logger: createLogger({ level: 'silent' }),
      metrics: {
        jobStarted: () => {},
        passBegun: (size) => passes.push(size),
        jobCompleted: () => {},
        cacheAsked: (cache, outcome) => lookups.push(`${cache} ${outcome}`),
        jobFailed: (reason) => failures.push(reason),
        engineRestarted: () => {},
      },
      leaseMs: 10_000,
      maxAttempts: 3,
      reuseVersion: null,
      shutdown: new AbortController().signal,
      ...changes,
    }),
    async close() {
      for (const each of Object.values(queues)) await each.close();
      await events.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function createSubmission(ownerId: string, kind: JobKind, garmentHash: string): JobSubmission {
  const id = createJobId();
  return {
    id,
    kind,
    ownerId,
    category: 'auto',
    corrections: NO_CORRECTIONS,
    seed: 1,
    options: {},
    config: pipelineConfigSchema.parse({}),
    person: kind === 'weaver' ? { key: jobInputKey(id, 'person'), hash: 'aa' } : null,
    garment: { key: jobInputKey(id, 'garment'), hash: garmentHash },
    garmentSide: null,
    idempotency: null,
  };
}
