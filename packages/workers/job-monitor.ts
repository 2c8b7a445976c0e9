import { setTimeout as sleep } from 'node:timers/promises';
import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import type { JobsRepository } from '@proteus/platform/database/jobs-repository.ts';
import type { JobQueue, Lease } from '@proteus/platform/queue/job-queue.ts';

/** Why a job under way has to stop. */
export type StopReason = 'cancel-requested' | 'lease-lost' | 'shutdown';

/** At most four a second reach the database and the listeners. */
const TICK_MS = 250;

/** Of a lease's time: it still holds when two renewals were missed. */
const RENEW_SHARE = 0.3;

export interface JobMonitorOptions {
  readonly jobs: JobsRepository;
  readonly queue: JobQueue;
  readonly lease: Lease;
  readonly leaseMs: number;
  /** Hears of progress after it was written. */
  readonly onProgress: (progress: StageProgress) => Promise<void>;
  /** Ends the work from outside; the process is about to go. */
  readonly shutdown: AbortSignal;
}

/**
 * Watches over one job while an engine works on it: keeps the lease alive, writes progress, and
 * aborts the work when its owner canceled it, another worker took it over, or the process ends.
 */
export class JobMonitor {
  readonly #options: JobMonitorOptions;
  readonly #work = new AbortController();
  readonly #ended = new AbortController();
  readonly #loop: Promise<void>;
  #latest: StageProgress | null = null;
  #written: StageProgress | null = null;
  #stopReason: StopReason | null = null;
  readonly #onShutdown = () => this.#stop('shutdown');

  constructor(options: JobMonitorOptions) {
    this.#options = options;
    options.shutdown.addEventListener('abort', this.#onShutdown, { once: true });
    if (options.shutdown.aborted) this.#stop('shutdown');
    this.#loop = this.#watch();
  }

  /** Aborts when the work has to stop. */
  get signal(): AbortSignal {
    return this.#work.signal;
  }

  /** Null while the work may go on. */
  get stopReason(): StopReason | null {
    return this.#stopReason;
  }

  report(progress: StageProgress): void {
    this.#latest = progress;
  }

  /** Ends the watch; call it in `finally`. */
  async close(): Promise<void> {
    this.#ended.abort();
    this.#options.shutdown.removeEventListener('abort', this.#onShutdown);
    await this.#loop;
  }

  async #watch(): Promise<void> {
    const { queue, lease, leaseMs } = this.#options;
    let renewedAt = Date.now();
    while (!this.#ended.signal.aborted && this.#stopReason === null) {
      try {
        await sleep(TICK_MS, undefined, { signal: this.#ended.signal });
      } catch {
        return;
      }
      try {
        await this.#look();
        if (Date.now() < renewedAt + leaseMs * RENEW_SHARE) continue;
        if (!(await queue.renew(lease, leaseMs))) this.#stop('lease-lost');
        renewedAt = Date.now();
      } catch {
        // A database that is away for a moment: the lease itself says how long we may go on.
        if (Date.now() > renewedAt + leaseMs) this.#stop('lease-lost');
      }
    }
  }

  async #look(): Promise<void> {
    const { jobs, lease, onProgress } = this.#options;
    const progress = this.#latest;
    if (progress === null || progress === this.#written) {
      // Nothing to tell, but somebody may not want it any more: a job may wait long for its turn.
      const job = await jobs.find(lease.jobId);
      if (job?.status !== 'running' || job.cancelRequestedAt !== null)
        this.#stop('cancel-requested');
    } else if (!(await jobs.setProgress(lease, progress))) this.#stop('cancel-requested');
    else {
      this.#written = progress;
      await onProgress(progress);
    }
  }

  #stop(reason: StopReason): void {
    this.#stopReason ??= reason;
    this.#work.abort();
  }
}
