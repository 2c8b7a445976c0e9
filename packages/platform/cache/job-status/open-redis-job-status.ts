import { randomUUID } from 'node:crypto';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import type { JobRow } from '../../database/job-row.ts';
import { connectRedis, redisReady } from '../../redis/connect-redis.ts';
import type { JobStatusCache } from './job-status-cache.ts';
import { withinLimit } from './within-limit.ts';

export interface RedisJobStatusOptions {
  readonly url: string;
  /** Before the names; nothing when left out. */
  readonly prefix?: string;
  /** Seconds for which a job that has ended is remembered. */
  readonly ttlSeconds: number;
}

/** Part of the contract with the outside: `cache:job:{id}`. */
const NAME = 'cache:job:';
const START_LIMIT_MS = 3_000;
/** A cache that is slower than this is no help. */
const ANSWER_LIMIT_MS = 250;
/**
 * A job under way is remembered no longer than this: where the word of a change gets lost between two
 * outages, nobody waits for an end that has come long ago.
 */
const UNDER_WAY_MS = 1_000;
/** Who reads a row has to remember it within this time. */
const READING_MS = 5_000;
/** Changes that Redis could not be told of; the oldest are left to their end. */
const MOST_MISSED = 10_000;

/** Gives what is remembered; where there is nothing, notes that the caller reads the row. */
const LOOK = `
local row = redis.call('HGET', KEYS[1], 'row')
if not row and redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('HSET', KEYS[1], 'reading', ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return row`;
/** Remembers what was read, unless the job changed meanwhile: its note is gone then. */
const REMEMBER = `
if redis.call('HGET', KEYS[1], 'reading') ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], unpack(ARGV, 3))
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;

/** Keeps jobs in Redis, for all gateways, as hashes that others can read: `status`, `stage`, `progress`, … */
export async function openRedisJobStatus(options: RedisJobStatusOptions): Promise<JobStatusCache> {
  const { url, prefix = '', ttlSeconds } = options;
  const client = connectRedis(url);
  await redisReady(client, START_LIMIT_MS);
  const keyOf = (jobId: string) => `${prefix}${NAME}${jobId}`;
  const missed = new Set<string>();

  async function forget(jobId: string): Promise<void> {
    if ((await withinLimit(() => client.del(keyOf(jobId)), ANSWER_LIMIT_MS)) !== null) return;
    missed.add(jobId);
    const [oldest] = missed;
    if (missed.size > MOST_MISSED && oldest !== undefined) missed.delete(oldest);
  }
  client.on('ready', () => {
    const late = [...missed];
    missed.clear();
    for (const jobId of late) void forget(jobId);
  });

  async function remember(job: JobRow, token: string): Promise<void> {
    const lifeMs = ttlSeconds * 1_000;
    const life = isFinal(job.status) ? lifeMs : Math.min(lifeMs, UNDER_WAY_MS);
    const fields = Object.entries(fieldsOf(job)).flat();
    await withinLimit(
      () => client.eval(REMEMBER, 1, keyOf(job.id), token, Math.round(life), ...fields),
      ANSWER_LIMIT_MS,
    );
  }

  return {
    async read(jobId, load) {
      const token = randomUUID();
      const look = () => client.eval(LOOK, 1, keyOf(jobId), token, READING_MS);
      const looked = missed.has(jobId) ? null : await withinLimit(look, ANSWER_LIMIT_MS);
      if (typeof looked?.answer === 'string') return JSON.parse(looked.answer);
      const job = await load();
      if (job !== null && looked !== null) await remember(job, token);
      return job;
    },
    forget,
    async close() {
      client.disconnect();
    },
  };
}

/** What others may read, and the whole row for ourselves. */
function fieldsOf(job: JobRow): Readonly<Record<string, string>> {
  return {
    owner_id: job.ownerId,
    status: job.status,
    stage: job.stage ?? '',
    progress: String(job.progress),
    error_code: job.errorCode ?? '',
    updated_at: String(job.updatedAt),
    row: JSON.stringify(job),
  };
}
