import { setTimeout as sleep } from 'node:timers/promises';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { type EngineOptions, EngineProcess, type RunOptions } from './engine-process.ts';
import type { EngineTask, TaskResult } from './task.ts';

export interface EnginePoolOptions extends EngineOptions {
  readonly size: number;
  /** Tasks that may wait for an engine; one more is refused with QUEUE_FULL. */
  readonly maxWaiting: number;
  /** Resident memory above which an idle engine is replaced by a fresh one. */
  readonly recycleBytes: number;
  /** Given to every engine before it takes work. */
  readonly warmUp: EngineTask | null;
  /** Hears of every engine that had to be replaced, and why. */
  readonly onRestart: (cause: unknown) => void;
}

export interface PoolHealth {
  readonly size: number;
  readonly idle: number;
  readonly busy: number;
  readonly waiting: number;
  readonly restarts: number;
  /** Sum of the engines' resident memory in bytes. */
  readonly rss: number;
}

interface Waiter {
  readonly grant: (engine: EngineProcess) => void;
  readonly refuse: (error: unknown) => void;
}

const WARM_UP_LIMIT_MS = 60_000;
const BACKOFF_FIRST_MS = 100;
const BACKOFF_LONGEST_MS = 10_000;

/** A fixed number of engines, handed out one task at a time in order of asking. */
export class EnginePool {
  readonly #options: EnginePoolOptions;
  readonly #engines = new Set<EngineProcess>();
  readonly #idle: EngineProcess[] = [];
  readonly #waiters: Waiter[] = [];
  readonly #stop = new AbortController();
  #failures = 0;
  #restarts = 0;

  private constructor(options: EnginePoolOptions) {
    this.#options = options;
  }

  /** Starts the pool; resolves when its first engine can work. */
  static async start(options: EnginePoolOptions): Promise<EnginePool> {
    const pool = new EnginePool(options);
    const starts = Array.from({ length: options.size }, () => pool.#addEngine());
    try {
      await Promise.any(starts);
    } catch (cause) {
      await pool.close();
      throw new ProteusError('ENGINE_CRASHED', { message: 'No engine could be started.', cause });
    }
    for (const start of starts) start.catch((cause) => pool.#replace(cause));
    return pool;
  }

  health(): PoolHealth {
    let rss = 0;
    for (const engine of this.#engines) rss += engine.rss;
    return {
      size: this.#options.size,
      idle: this.#idle.length,
      busy: this.#engines.size - this.#idle.length,
      waiting: this.#waiters.length,
      restarts: this.#restarts,
      rss,
    };
  }

  /**
   * Runs a task on the next free engine; waiting ends with the signal.
   *
   * @throws {ProteusError} as `EngineProcess.run`, and QUEUE_FULL, CANCELED while waiting.
   */
  async run<Task extends EngineTask>(task: Task, options: RunOptions): Promise<TaskResult<Task>> {
    return await this.borrow(options.signal, (engine) => engine.run(task, options));
  }

  /**
   * Hands out the next free engine until its use has ended; waiting ends with the signal.
   *
   * @throws {ProteusError} QUEUE_FULL, CANCELED while waiting, and what `use` throws.
   */
  async borrow<Outcome>(
    signal: AbortSignal,
    use: (engine: EngineProcess) => Promise<Outcome>,
  ): Promise<Outcome> {
    const engine = await this.#acquire(signal);
    try {
      return await use(engine);
    } finally {
      this.#giveBack(engine);
    }
  }

  /** Kills all engines; tasks under way fail. Safe to call twice. */
  async close(): Promise<void> {
    this.#stop.abort();
    for (const waiter of this.#waiters.splice(0)) waiter.refuse(new ProteusError('NOT_READY'));
    for (const engine of this.#engines) engine.kill();
    this.#engines.clear();
    this.#idle.length = 0;
  }

  async #addEngine(): Promise<void> {
    const engine = await EngineProcess.start(this.#options);
    if (this.#stop.signal.aborted) return engine.kill();
    this.#engines.add(engine);
    if (this.#options.warmUp) {
      try {
        await engine.run(this.#options.warmUp, {
          signal: this.#stop.signal,
          timeLimitMs: WARM_UP_LIMIT_MS,
        });
      } catch (error) {
        this.#engines.delete(engine);
        engine.kill();
        throw error;
      }
    }
    this.#failures = 0;
    this.#offer(engine);
  }

  async #acquire(signal: AbortSignal): Promise<EngineProcess> {
    if (signal.aborted) throw new ProteusError('CANCELED');
    if (this.#stop.signal.aborted) throw new ProteusError('NOT_READY');
    for (let engine = this.#idle.pop(); engine; engine = this.#idle.pop()) {
      if (engine.state === 'ready') return engine;
      this.#retire(engine, 'died while idle');
    }
    if (this.#waiters.length >= this.#options.maxWaiting) throw new ProteusError('QUEUE_FULL');
    return await new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(new ProteusError('CANCELED'));
      };
      const waiter: Waiter = {
        grant: (engine) => {
          signal.removeEventListener('abort', leave);
          resolve(engine);
        },
        refuse: (error) => {
          signal.removeEventListener('abort', leave);
          reject(error);
        },
      };
      this.#waiters.push(waiter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  #offer(engine: EngineProcess): void {
    const waiter = this.#waiters.shift();
    if (waiter) waiter.grant(engine);
    else this.#idle.push(engine);
  }

  #giveBack(engine: EngineProcess): void {
    if (this.#stop.signal.aborted) return;
    if (engine.state === 'defunct') this.#retire(engine, 'ended at work');
    else if (engine.rss > this.#options.recycleBytes) {
      engine.kill();
      this.#retire(engine, 'grown too large');
    } else this.#offer(engine);
  }

  #retire(engine: EngineProcess, cause: string): void {
    this.#engines.delete(engine);
    this.#replace(cause);
  }

  /** Brings the pool back to its size, more slowly the more often starting fails. */
  #replace(cause: unknown): void {
    if (this.#stop.signal.aborted) return;
    this.#restarts++;
    this.#options.onRestart(cause);
    const delay =
      this.#failures === 0
        ? 0
        : Math.min(BACKOFF_FIRST_MS * 2 ** this.#failures, BACKOFF_LONGEST_MS);
    this.#failures++;
    sleep(delay, undefined, { signal: this.#stop.signal })
      .then(() => this.#addEngine())
      .catch((error) => this.#replace(error));
  }
}
