import { setTimeout as sleep } from 'node:timers/promises';
import type { Lease } from '@proteus/platform/queue/job-queue.ts';
import { fillBatches } from './batch/fill-batches.ts';
import { processBatch } from './batch/process-batch.ts';
import type { ProcessJobContext } from './process-job.ts';

export interface JobWorkerOptions extends Omit<ProcessJobContext, 'onWait' | 'shutdown'> {
  /** Batches worked on at once: the number of engines. */
  readonly concurrency: number;
  /** How long the first job of a batch may wait for others, milliseconds. */
  readonly batchWaitMs: number;
}

/** A wake-up may get lost between processes; the queue is looked at this often anyway. */
const LOOK_INTERVAL_MS = 1_000;
const TROUBLE_PAUSE_MS = 1_000;
/** Jobs that may wait for others' results at once; while there are as many, no more are taken. */
export const MOST_WAITING_JOBS = 32;

/** Takes jobs of one kind from their queue and has engines work on them, until it is stopped. */
export class JobWorker {
  readonly #options: JobWorkerOptions;
  readonly #underWay = new Set<Promise<unknown>>();
  #engines = 0;
  #waiting = 0;
  readonly #stop = new AbortController();
  readonly #shutdown = new AbortController();
  #loop: Promise<void> | null = null;
  /** Ends the wait for a free engine. */
  #wake: (() => void) | null = null;

  constructor(options: JobWorkerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Batches that are not at their end. */
  get running(): number {
    return this.#underWay.size;
  }

  /** Engines that nobody uses; none as long as too many jobs wait for others. */
  get #free(): number {
    return this.#waiting < MOST_WAITING_JOBS ? this.#options.concurrency - this.#engines : 0;
  }

  /**
   * Takes no more jobs and waits for those under way.
   *
   * @param graceMs after this long they are handed back to the queue instead.
   */
  async stop(graceMs: number): Promise<void> {
    this.#stop.abort();
    this.#wake?.();
    await this.#loop;
    const drained = Promise.all(this.#underWay);
    await Promise.race([drained, sleep(graceMs, undefined, { ref: false })]);
    this.#shutdown.abort();
    await drained;
  }

  async #run(): Promise<void> {
    const { logger } = this.#options;
    while (!this.#stop.signal.aborted) {
      try {
        const free = this.#free;
        const batches = free > 0 ? await fillBatches(this.#options, free, this.#stop.signal) : [];
        for (const batch of batches) this.#begin(batch);
        if (batches.length < Math.max(free, 1)) await this.#waitForChange();
      } catch (error) {
        logger.error({ err: error }, 'the queue cannot be read');
        await sleep(TROUBLE_PAUSE_MS, undefined, { signal: this.#stop.signal }).catch(() => {});
      }
    }
  }

  #begin(leases: readonly Lease[]): void {
    const { engineFree, ended } = processBatch(leases, {
      ...this.#options,
      onWait: (waits) => {
        this.#waiting += waits ? 1 : -1;
        this.#wake?.();
      },
      shutdown: this.#shutdown.signal,
    });
    this.#engines++;
    this.#underWay.add(ended);
    void engineFree.then(() => {
      this.#engines--;
      this.#wake?.();
    });
    void ended.then(() => this.#underWay.delete(ended));
  }

  /** Until there is new work and room for it, or it is time to look again. */
  async #waitForChange(): Promise<void> {
    const { queue } = this.#options;
    // Whoever stops has rung before this wait began.
    if (this.#stop.signal.aborted) return;
    if (this.#free <= 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    } else {
      const limit = AbortSignal.timeout(LOOK_INTERVAL_MS);
      await queue.waitForWork(AbortSignal.any([this.#stop.signal, limit]));
    }
  }
}
