import { randomUUID } from 'node:crypto';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { IQueueBackend, Job, Queue, Worker } from 'bullmq';
import { createWakeUp } from '../embedded/wake-up.ts';
import type { Lease } from '../job-queue.ts';
import type { SeparateQueue } from '../separate-queue.ts';
import { askAsHolder, askQueue } from './ask-queue.ts';

/** The parts of BullMQ that a backend brings along, and what it has to do in a way of its own. */
export interface BullmqParts {
  readonly queue: Pick<
    Queue,
    'add' | 'getJob' | 'getRanges' | 'getJobCounts' | 'getActiveCount' | 'getWaitingCount'
  > & { readonly backend: IQueueBackend };
  /** Without a processor: we take jobs from it one by one. */
  readonly worker: Pick<Worker, 'getNextJob' | 'startStalledCheckTimer'> & {
    readonly backend: IQueueBackend;
  };
  /** The worker's `lockDuration`. */
  readonly lockMs: number;
  /** Forgets who holds a job, so that it can be removed. */
  dropLock(jobId: string): Promise<void>;
  /** Closes what was opened for the two. */
  close(): Promise<void>;
  readonly onError: (error: unknown) => void;
}

const NAME = 'job';
const WAITING = ['wait', 'prioritized', 'delayed'] as const;
/** Nothing of a finished job stays: the row knows it all. */
const KEEP_NOTHING = { removeOnComplete: true, removeOnFail: true };
/** What others added while we were not looking is seen after this, in milliseconds. */
const LONGEST_WAIT_MS = 5_000;
/** Seconds that the backend waits for work at a time. */
const BLOCK_SECONDS = 5;
const PAUSE_AFTER_TROUBLE_MS = 1_000;

/**
 * BullMQ behind our contract: leases are its locks, expired ones are found by its stalled check. A job
 * handed back goes behind those that came meanwhile.
 */
export function createBullmqQueue(parts: BullmqParts): SeparateQueue {
  const { queue, worker, onError } = parts;
  const held = new Map<string, Job>();
  const wakeUp = createWakeUp();
  let listening: Promise<void> | null = null;
  let closed = false;
  // Nobody waits for the timer itself; what goes wrong in it is an 'error' of the worker.
  worker.startStalledCheckTimer().catch(onError);

  async function lease(leaseMs: number): Promise<Lease | null> {
    const token = randomUUID();
    const job = await worker.getNextJob(token, { block: false });
    if (job?.id === undefined) return null;
    if (leaseMs !== parts.lockMs) await job.extendLock(token, leaseMs);
    held.set(token, job);
    const expiresAt = Date.now() + leaseMs;
    return { jobId: job.id, attempt: job.attemptsStarted, expiresAt, token };
  }

  /** Ends a lease in one way or another; false when it was lost before. */
  async function end({ token }: Lease, how: (job: Job) => Promise<unknown>): Promise<boolean> {
    const job = held.get(token);
    if (job === undefined) return false;
    const ended = await askAsHolder(() => how(job));
    held.delete(token);
    return ended;
  }

  const add = (jobId: string) =>
    askQueue(
      async () => void (await queue.add(NAME, { job_id: jobId }, { jobId, ...KEEP_NOTHING })),
    );

  const remove = (jobId: string) =>
    askQueue(async () => {
      if ((await queue.backend.remove(jobId, false)) > 0) return;
      if ((await queue.getJob(jobId)) === undefined) return;
      await parts.dropLock(jobId);
      await queue.backend.remove(jobId, false);
    });

  const countWaiting = async () => {
    const counts = await queue.getJobCounts(...WAITING);
    return WAITING.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  };

  /** One wait for the backend's own wake-up at a time, whoever asks; it outlives those who gave up. */
  function listen(): Promise<void> {
    listening ??= worker.backend
      .waitForJob(BLOCK_SECONDS)
      .then(
        () => {},
        async (error: unknown) => {
          if (!closed) onError(error);
          await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_TROUBLE_MS).unref());
        },
      )
      .finally(() => {
        listening = null;
        wakeUp.ring();
      });
    return listening;
  }

  return {
    add,
    remove,
    async addWithin() {},
    async removeWithin() {},
    async follow(jobId, change) {
      try {
        if (change !== 'added') await remove(jobId);
        if (change !== 'removed') await add(jobId);
      } catch (error) {
        onError(error);
      }
    },
    async lease(limit, leaseMs) {
      const leases: Lease[] = [];
      while (leases.length < limit) {
        const next = await askQueue(() => lease(leaseMs));
        if (next === null) break;
        leases.push(next);
      }
      return leases;
    },
    async renew({ token }, leaseMs) {
      const job = held.get(token);
      if (job === undefined) return false;
      const renewed = await askQueue(() => job.extendLock(token, leaseMs));
      if (renewed !== 1) held.delete(token);
      return renewed === 1;
    },
    complete: (lease) => end(lease, (job) => job.moveToCompleted(null, lease.token, false)),
    release: (lease, delayMs) =>
      end(lease, (job) => job.moveToDelayed(Date.now() + delayMs, lease.token)),
    async depth() {
      return askQueue(async () => ({
        waiting: await countWaiting(),
        active: await queue.getActiveCount(),
      }));
    },
    async ids() {
      return new Set(await askQueue(() => queue.getRanges([...WAITING, 'active'], 0, -1)));
    },
    async waitForWork(signal) {
      const rung = wakeUp.wait(signal);
      if ((await askQueue(() => queue.getWaitingCount())) > 0) return;
      void listen();
      await rung.within(LONGEST_WAIT_MS);
    },
    async close() {
      closed = true;
      wakeUp.ring();
      await parts.close().catch((error: unknown) => {
        throw new ProteusError('QUEUE_UNAVAILABLE', { cause: error });
      });
    },
  };
}
