import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import type { EngineCacheOptions } from './engine-cache.ts';
import { engineFlags } from './engine-flags.ts';
import type { EngineCommand, EngineReply } from './protocol.ts';
import { residentSetSize } from './resident-set-size.ts';
import type { EngineTask, TaskResult } from './task.ts';
import { type PassItem, TaskPass } from './task-pass.ts';

/** Life of an engine, as coglet names it; a `defunct` one never comes back. */
export type EngineState = 'starting' | 'ready' | 'busy' | 'defunct';

export interface EngineLimits {
  /** A start that takes longer is given up. */
  readonly startMs: number;
  /** Silence of the event loop after which an engine counts as stuck. */
  readonly heartbeatMs: number;
  /** Resident memory above which an engine is killed in the middle of its work. */
  readonly memoryBytes: number;
  /** How long a canceled task may take to stop before the engine is killed. */
  readonly cancelGraceMs: number;
}

export interface EngineOptions {
  readonly limits: EngineLimits;
  /** The child's program. */
  readonly entry: URL;
  /** Threads of the networks. */
  readonly threads: number;
  /** Where network files lie, when not in the packages. */
  readonly modelsDirectory: string | null;
  /** Where networks and the engine's own program are kept as they lie in memory; they are not when left out. */
  readonly preparedFolder?: string;
  /** Where analyses are kept; they are not when left out. */
  readonly cache?: EngineCacheOptions;
  /** Gets what the child writes to its standard streams. */
  readonly onOutput: (text: string) => void;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  readonly timeLimitMs: number;
  readonly onProgress?: (progress: StageProgress) => void;
}

/**
 * How glibc keeps the pixels' memory. Planes of some megabytes come and go by the hundred; given back
 * at once, each came with a fault a page, which took half of an engine's time. They lie in the heap
 * (the threshold is the largest that glibc takes) and are used again. What is free at its end stays too:
 * the next job wants as much, and with 16 MiB kept half of a remembered try-on's time went into faults,
 * while an engine was 10 MiB smaller between jobs. One arena for all threads: what a
 * helper thread frees the next plane can use.
 */
const ALLOCATOR = {
  MALLOC_MMAP_THRESHOLD_: String(32 * 2 ** 20),
  MALLOC_TRIM_THRESHOLD_: String(256 * 2 ** 20),
  MALLOC_ARENA_MAX: '1',
} as const;
/** How often the parent looks at a busy engine's memory and silence. */
const WATCH_INTERVAL_MS = 250;

/** Where the child keeps its networks, and Node its program without types and compiled. */
function keptIn(folder: string): Readonly<Record<string, string>> {
  return { PROTEUS_PREPARED_NETWORKS: folder, NODE_COMPILE_CACHE: join(folder, 'code') };
}

/**
 * One supervised child process that does one pass at a time, mostly of a single task. Whatever happens
 * inside it — a crash in native code, an endless loop, too much memory — ends as a coded error.
 */
export class EngineProcess {
  readonly #options: EngineOptions;
  readonly #child: ChildProcess;
  #state: EngineState = 'starting';
  #pass: TaskPass | null = null;
  #nextId = 1;
  #lastHeartbeat = Date.now();
  #reportedRss = 0;
  /** Why the engine was killed, when it was us. */
  #verdict: ProteusError | null = null;

  private constructor(options: EngineOptions) {
    this.#options = options;
    this.#child = fork(options.entry, [], {
      serialization: 'advanced',
      execArgv: engineFlags(options.limits.memoryBytes),
      // The child sees no secret: only what it needs to run.
      env: {
        PATH: process.env.PATH,
        NODE_ENV: process.env.NODE_ENV,
        PROTEUS_ENGINE_THREADS: String(options.threads),
        ...ALLOCATOR,
        ...(options.cache ? { PROTEUS_ENGINE_CACHE: JSON.stringify(options.cache) } : {}),
        ...(options.preparedFolder ? keptIn(options.preparedFolder) : {}),
        ...(options.modelsDirectory ? { MODELS_DIR: options.modelsDirectory } : {}),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.stdout?.on('data', (chunk) => options.onOutput(String(chunk)));
    this.#child.stderr?.on('data', (chunk) => options.onOutput(String(chunk)));
    this.#child.on('message', (reply) => this.#receive(reply as EngineReply));
    this.#child.on('error', (cause) => this.#end(new ProteusError('ENGINE_CRASHED', { cause })));
    this.#child.on('exit', (code, signal) =>
      this.#end(new ProteusError('ENGINE_CRASHED', { cause: `exit ${code ?? signal}` })),
    );
  }

  /** Starts an engine and waits until it can work. @throws {ProteusError} ENGINE_CRASHED, ENGINE_TIMEOUT */
  static async start(options: EngineOptions): Promise<EngineProcess> {
    const engine = new EngineProcess(options);
    const deadline = AbortSignal.timeout(options.limits.startMs);
    while (engine.#state === 'starting') {
      try {
        await Promise.race([
          once(engine.#child, 'message', { signal: deadline }),
          once(engine.#child, 'exit', { signal: deadline }),
        ]);
      } catch (cause) {
        engine.kill();
        throw new ProteusError('ENGINE_TIMEOUT', { message: 'The engine did not start.', cause });
      }
    }
    if (engine.state === 'defunct') throw new ProteusError('ENGINE_CRASHED');
    return engine;
  }

  get state(): EngineState {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Resident memory in bytes, 0 when it is not known. */
  get rss(): number {
    return this.#state === 'defunct' ? 0 : (residentSetSize(this.#child.pid) ?? this.#reportedRss);
  }

  /**
   * Runs one task.
   *
   * @throws {ProteusError} what the task threw, or CANCELED, ENGINE_CRASHED, ENGINE_TIMEOUT, ENGINE_MEMORY.
   */
  async run<Task extends EngineTask>(task: Task, options: RunOptions): Promise<TaskResult<Task>> {
    const [ended] = this.runPass([{ task, options }]);
    return await ended!;
  }

  /**
   * Runs tasks in one pass, one after the other, under a time limit each.
   *
   * @returns their ends in the same order; each as `run`, but that a task fails with a `BrokenPassError`
   *   when the engine ends before it does, and it was not the only one.
   */
  runPass<Task extends EngineTask>(
    items: readonly PassItem<Task>[],
  ): readonly Promise<TaskResult<Task>>[] {
    if (this.#state !== 'ready') throw new Error(`engine is ${this.#state}, not ready`);
    const wanted = items.filter(({ options }) => !options.signal.aborted);
    const ends = new Map<PassItem<Task>, Promise<TaskResult<Task>>>();
    if (wanted.length > 0) {
      this.#state = 'busy';
      this.#lastHeartbeat = Date.now();
      const watch = setInterval(() => this.#watch(), WATCH_INTERVAL_MS);
      const pass = new TaskPass(
        {
          cancel: (id) => this.#send({ kind: 'cancel', id }),
          onOver: () => {
            clearInterval(watch);
            this.#pass = null;
            if (this.#state === 'busy') this.#state = 'ready';
          },
        },
        wanted.length,
      );
      this.#pass = pass;
      const tasks = wanted.map((item) => {
        const id = this.#nextId++;
        ends.set(item, pass.add(id, item));
        return { id, task: item.task };
      });
      this.#send({ kind: 'run', tasks });
    }
    return items.map((item) => ends.get(item) ?? Promise.reject(new ProteusError('CANCELED')));
  }

  /** Ends the process at once; a task under way fails. Safe to call twice. */
  kill(): void {
    this.#child.kill('SIGKILL');
    this.#end(new ProteusError('ENGINE_CRASHED', { cause: 'killed' }));
  }

  #watch(): void {
    const now = Date.now();
    const { cancelGraceMs, heartbeatMs, memoryBytes } = this.#options.limits;
    const verdict = this.#pass?.overdue(now, cancelGraceMs) ?? null;
    if (verdict !== null) this.#condemn(verdict);
    else if (now - this.#lastHeartbeat > heartbeatMs) this.#condemn('ENGINE_TIMEOUT');
    else if (this.rss > memoryBytes) this.#condemn('ENGINE_MEMORY');
  }

  #condemn(code: 'CANCELED' | 'ENGINE_TIMEOUT' | 'ENGINE_MEMORY'): void {
    this.#verdict ??= new ProteusError(code);
    this.kill();
  }

  #send(command: EngineCommand): void {
    // A broken channel shows as the child's exit, which ends the task.
    if (this.#child.connected) this.#child.send(command, () => {});
  }

  #receive(reply: EngineReply): void {
    this.#lastHeartbeat = Date.now();
    if (reply.kind === 'ready') {
      if (this.#state === 'starting') this.#state = 'ready';
    } else if (reply.kind === 'heartbeat') this.#reportedRss = reply.rss;
    else this.#pass?.receive(reply);
  }

  #end(error: ProteusError): void {
    this.#state = 'defunct';
    this.#pass?.fail(this.#verdict ?? error);
  }
}
