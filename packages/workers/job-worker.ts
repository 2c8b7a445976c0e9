import { setTimeout as sleep } from 'node:timers/promises';
import { type ProcessJobContext, processJob } from './process-job.ts';

export interface JobWorkerOptions extends Omit<ProcessJobContext, 'shutdown'> {
  /** Jobs worked on at once: the number of engines. */
  readonly concurrency: number;
}

/** A wake-up may get lost between processes; the queue is looked at this often anyway. */
const LOOK_INTERVAL_MS = 1_000;
const TROUBLE_PAUSE_MS = 1_000;

/** Takes jobs of one kind from their queue and has engines work on them, until it is stopped. */
export class JobWorker {
  readonly #options: JobWorkerOptions;
  readonly #underWay = new Set<Promise<void>>();
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

  get running(): number {
    return this.#underWay.size;
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
    const { queue, concurrency, leaseMs, logger } = this.#options;
    while (!this.#stop.signal.aborted) {
      try {
        const free = concurrency - this.#underWay.size;
        const leases = free > 0 ? await queue.lease(free, leaseMs) : [];
        for (const lease of leases) this.#begin(lease);
        if (leases.length < Math.max(free, 1)) await this.#waitForChange();
      } catch (error) {
        logger.error({ err: error }, 'the queue cannot be read');
        await sleep(TROUBLE_PAUSE_MS, undefined, { signal: this.#stop.signal }).catch(() => {});
      }
    }
  }

  #begin(lease: Parameters<typeof processJob>[0]): void {
    const { logger } = this.#options;
    const work = processJob(lease, { ...this.#options, shutdown: this.#shutdown.signal })
      .catch((error) => logger.error({ job: lease.jobId, err: error }, 'a job was left behind'))
      .finally(() => {
        this.#underWay.delete(work);
        this.#wake?.();
      });
    this.#underWay.add(work);
  }

  /** Until there is new work and room for it, or it is time to look again. */
  async #waitForChange(): Promise<void> {
    const { queue, concurrency } = this.#options;
    if (this.#underWay.size >= concurrency) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    } else {
      const limit = AbortSignal.timeout(LOOK_INTERVAL_MS);
      await queue.waitForWork(AbortSignal.any([this.#stop.signal, limit]));
    }
  }
}
