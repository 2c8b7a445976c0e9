import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import { createEmbeddedQueues } from '../../queue/embedded/create-embedded-queues.ts';
import type { EmbeddedQueue } from '../../queue/embedded/embedded-queue.ts';
import type { Lease } from '../../queue/job-queue.ts';
import type { JobQueues } from '../../queue/job-queues.ts';
import { createJobId } from '../create-job-id.ts';
import { createJobsRepository } from '../create-jobs-repository.ts';
import type { Database } from '../database.ts';
import type { JobResult, JobSubmission } from '../job-row.ts';
import type { JobsRepository } from '../jobs-repository.ts';
import { migrateUp } from '../migrations.ts';
import { openDatabase } from '../open-database.ts';

/** A repository whose time the test sets. */
export interface TestJobs {
  readonly database: Database;
  readonly queues: JobQueues<EmbeddedQueue>;
  /** The weavers'. */
  readonly queue: EmbeddedQueue;
  readonly jobs: JobsRepository;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Lets so many milliseconds pass. */
  advance(milliseconds: number): void;
  /** Leases the weavers' next job. */
  lease(): Promise<Lease>;
}

/** @param url of an empty database; one in memory when left out. */
export async function createTestJobs(url = 'sqlite::memory:', maxQueue = 100): Promise<TestJobs> {
  const database = openDatabase(url);
  await migrateUp(database);
  let time = Date.UTC(2026, 0, 1);
  const now = () => time;
  const queues = createEmbeddedQueues(database, now);
  const queue = queues.weaver;
  return {
    database,
    queues,
    queue,
    jobs: createJobsRepository({ database, queues, maxQueue, now }),
    now,
    advance(milliseconds) {
      time += milliseconds;
    },
    async lease() {
      const [lease] = await queue.lease(1, 60_000);
      if (lease === undefined) throw new Error('nothing to lease');
      return lease;
    },
  };
}

export function submission(changes: Partial<JobSubmission> = {}): JobSubmission {
  const id = changes.id ?? createJobId();
  return {
    id,
    kind: 'weaver',
    ownerId: 'owner',
    category: 'auto',
    corrections: NO_CORRECTIONS,
    seed: 7,
    options: {},
    config: pipelineConfigSchema.parse({}),
    person: { key: `jobs/${id}/person.png`, hash: 'aa' },
    garment: { key: `jobs/${id}/garment.png`, hash: 'bb' },
    garmentSide: null,
    idempotency: null,
    ...changes,
  };
}

/** A job of the tailors. */
export function tailorSubmission(changes: Partial<JobSubmission> = {}): JobSubmission {
  return submission({ kind: 'tailor', person: null, ...changes });
}

export const result: JobResult = {
  workKey: 'work',
  cached: false,
  resultKey: 'jobs/1/result.png',
  resultType: 'image/png',
  quality: { score: 0.9, reasons: ['blurry'], metrics: { sharpness: 0.4 } },
  warnings: ['hand_over_garment'],
  timings: { pose: 12.5, total: 99 },
  artifacts: ['person_mask'],
};
