import type { QueueName } from '@proteus/contracts/jobs/job-kind.ts';
import { Queue, Worker } from 'bullmq';
import { connectRedis, connectWaitingRedis, redisReady } from '../../redis/connect-redis.ts';
import { LEASE_MS } from '../lease-time.ts';
import type { SeparateQueue } from '../separate-queue.ts';
import { createBullmqQueue } from './bullmq-queue.ts';
import { type LockOptions, workerOptions } from './lock-options.ts';

export interface RedisQueueOptions extends LockOptions {
  readonly url: string;
  readonly name: QueueName;
  /** What comes before all keys; `queue` when left out. */
  readonly prefix?: string;
  /** Hears of trouble that nobody waits for. */
  readonly onError: (error: unknown) => void;
}

const PREFIX = 'queue';
/** A server that is away at the start may come later; until then every question fails at once. */
const START_LIMIT_MS = 3_000;

/** A queue in Redis. */
export async function openRedisQueue(options: RedisQueueOptions): Promise<SeparateQueue> {
  const { url, name, prefix = PREFIX, lockMs = LEASE_MS, stalledCheckMs, onError } = options;
  const [commands, waiting] = [connectRedis(url), connectWaitingRedis(url)];
  await redisReady(commands, START_LIMIT_MS);
  // Its first question, Redis's version, is asked once: unanswered, it would fail every later one.
  const queue = new Queue(name, {
    connection: commands,
    prefix,
    skipWaitingForReady: true,
    skipVersionCheck: true,
  });
  const worker = new Worker(name, null, {
    connection: waiting,
    prefix,
    ...workerOptions(lockMs, stalledCheckMs),
  });
  queue.on('error', onError);
  worker.on('error', onError);
  return createBullmqQueue({
    queue,
    worker,
    lockMs,
    onError,
    async dropLock(jobId) {
      await commands.del(`${queue.toKey(jobId)}:lock`);
    },
    async close() {
      await Promise.all([worker.close(true), queue.close()]);
      for (const client of [commands, waiting]) client.disconnect();
    },
  });
}
