import { z } from 'zod';

const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** How jobs wait, run and are kept. */
export const workSettings = {
  /** `embedded`: rows beside the jobs; the others: BullMQ, in Redis or in the PostgreSQL of the jobs. */
  QUEUE_BACKEND: z
    .enum(['embedded', 'redis', 'postgres'], { error: 'must be embedded, redis or postgres' })
    .default('embedded'),
  /** Of the queue (`QUEUE_BACKEND=redis`) and of events between processes. */
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must be redis://HOST or rediss://HOST' })
    .optional(),
  /** Seconds for which Redis remembers how a job ended, for those who ask again and again; 0 = never. */
  CACHE_TTL: count(0, 86_400).default(60),
  /** Jobs that may wait; more are refused. */
  MAX_QUEUE: count(1, 1_000_000).default(1000),
  /** Beginnings after which a failing engine fails the job for good; a killed server alone does not. */
  JOB_MAX_ATTEMPTS: count(1, 20).default(3),
  /** Milliseconds that the first job of a batch may wait for others, where the policy wants batches. */
  BATCH_WAIT_MS: count(0, 5_000).default(500),
  ENGINE_PROCESSES: count(1, 64).default(1),
  /** Milliseconds that jobs under way have to finish in when the process is to end; then they are handed back. */
  DRAIN_TIME_MS: count(0, 3_600_000).default(20_000),
  /** Milliseconds that one job may run. */
  ENGINE_TIME_LIMIT_MS: count(1000, 3_600_000).default(120_000),
  /** Whether new engines dress sample people while there are no jobs, so that their code is compiled when the first comes. */
  ENGINE_REHEARSAL: z.stringbool().default(true),
  /** Resident memory of one engine process before it is ended. */
  ENGINE_MEMORY_MB: count(256, 1_048_576).default(3072),
  /** Hours after which a job's pictures are deleted; 0 keeps them. */
  RESULT_TTL_HOURS: z.coerce.number().min(0).max(87_600).default(168),
  /** Megabytes of analyses of photos kept in the data folder, for all engines; 0 keeps none. */
  ANALYSIS_CACHE_MB: count(0, 1_048_576).default(512),
  /** Hours after which a kept analysis is deleted; never later than the pictures. */
  ANALYSIS_CACHE_HOURS: z.coerce.number().min(0.01).max(87_600).default(24),
  /** Megabytes of analyses that each engine also keeps in its own memory; 0 keeps none. */
  ENGINE_CACHE_MB: count(0, 65_536).default(32),
  /** Answers a job with the picture of an earlier one of the same owner that asked for the same. */
  REUSE_RESULTS: z.stringbool().default(true),
  /** Answers a result with a redirect to its presigned address; needs `PUBLIC_URL`. */
  RESULT_REDIRECT: z.stringbool().default(false),
};
