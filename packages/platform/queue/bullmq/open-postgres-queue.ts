import type { QueueName } from '@proteus/contracts/jobs/job-kind.ts';
import { createPostgresBackend, withBackend } from 'bullmq';
import { LEASE_MS } from '../lease-time.ts';
import type { SeparateQueue } from '../separate-queue.ts';
import { createBullmqQueue } from './bullmq-queue.ts';
import { type LockOptions, workerOptions } from './lock-options.ts';

export interface PostgresQueueOptions extends LockOptions {
  readonly url: string;
  readonly name: QueueName;
  /** Where BullMQ keeps its tables; `bullmq` when left out. */
  readonly schema?: string;
  /** Connections that this process holds at most, for this queue. */
  readonly maxConnections: number;
  /** Hears of trouble that nobody waits for. */
  readonly onError: (error: unknown) => void;
}

const SCHEMA = 'bullmq';
const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 10_000;
const { Queue, Worker } = withBackend(createPostgresBackend);

/** A queue in PostgreSQL, in a schema of its own, whose tables are made and brought up to date here. */
export async function openPostgresQueue(options: PostgresQueueOptions): Promise<SeparateQueue> {
  const { url, name, schema = SCHEMA, lockMs = LEASE_MS, stalledCheckMs } = options;
  const { maxConnections, onError } = options;
  const connection = {
    connectionString: url,
    schema,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
  };
  const queue = new Queue(name, { connection: { ...connection, migrate: true } });
  queue.on('error', onError);
  await queue.waitUntilReady();
  const worker = new Worker(name, null, { connection, ...workerOptions(lockMs, stalledCheckMs) });
  worker.on('error', onError);
  return createBullmqQueue({
    queue,
    worker,
    lockMs,
    onError,
    async dropLock(jobId) {
      await queue.backend.moveJobFromActiveToWait(jobId, ANY_TOKEN);
    },
    async close() {
      await Promise.all([worker.close(true), queue.close()]);
    },
  });
}

/** BullMQ's word for "whoever holds it". */
const ANY_TOKEN = '0';
