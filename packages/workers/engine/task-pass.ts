import { ProteusError } from '@proteus/contracts/errors.ts';
import { BrokenPassError } from './broken-pass-error.ts';
import type { RunOptions } from './engine-process.ts';
import type { EngineReply } from './protocol.ts';
import type { EngineTask, TaskResult } from './task.ts';
import { fromTransferredError } from './transferred-error.ts';

/** One task of a pass, and the terms on which it runs. */
export interface PassItem<Task extends EngineTask = EngineTask> {
  readonly task: Task;
  readonly options: RunOptions;
}

/** What a pass needs of its engine. */
export interface PassHost {
  /** Tells the engine that nobody wants a task any more. */
  readonly cancel: (id: number) => void;
  /** Called once every task has ended. */
  readonly onOver: () => void;
}

/** What became of a task: an engine's answer to one of its ids. */
type Answer = Extract<EngineReply, { readonly id: number }>;

interface Pending {
  readonly options: RunOptions;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onAbort: () => void;
  canceledAt: number | null;
}

/**
 * The parent's view of what one engine has under way: tasks that it does one after the other, each with
 * an end, progress and cancellation of its own. The first that has not ended is the one in work.
 */
export class TaskPass {
  readonly #host: PassHost;
  readonly #pending = new Map<number, Pending>();
  readonly #inCompany: boolean;
  /** Since when the first pending task has been in work. */
  #workSince = Date.now();

  constructor(host: PassHost, size: number) {
    this.#host = host;
    this.#inCompany = size > 1;
  }

  /** Adds a task in the order in which the engine does them. */
  add<Task extends EngineTask>(id: number, { options }: PassItem<Task>): Promise<TaskResult<Task>> {
    return new Promise((resolve, reject) => {
      const onAbort = () => this.#cancel(id);
      this.#pending.set(id, { options, resolve, reject, onAbort, canceledAt: null });
      options.signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  receive(answer: Answer): void {
    const pending = this.#pending.get(answer.id);
    if (pending === undefined) return;
    if (answer.kind === 'progress') pending.options.onProgress?.(answer.progress);
    else if (answer.kind === 'result') {
      this.#settle(answer.id, () => pending.resolve(answer.value as never));
    } else {
      this.#settle(answer.id, () => pending.reject(fromTransferredError(answer.error)));
    }
  }

  /** Why the task in work has to be ended by force; null while all is well. */
  overdue(now: number, cancelGraceMs: number): 'CANCELED' | 'ENGINE_TIMEOUT' | null {
    const [first] = this.#pending.values();
    if (first === undefined) return null;
    if (first.canceledAt !== null && now - first.canceledAt > cancelGraceMs) return 'CANCELED';
    return now - this.#workSince > first.options.timeLimitMs ? 'ENGINE_TIMEOUT' : null;
  }

  /** The engine is gone: everything that is pending fails. */
  fail(error: ProteusError): void {
    for (const [id, { reject, canceledAt }] of this.#pending) {
      const isUnwanted = canceledAt !== null;
      const blameless = this.#inCompany ? new BrokenPassError(error) : error;
      this.#settle(id, () => reject(isUnwanted ? new ProteusError('CANCELED') : blameless));
    }
  }

  #cancel(id: number): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    pending.canceledAt = Date.now();
    this.#host.cancel(id);
    const [inWork] = this.#pending.keys();
    // What was not begun never will be; the one in work may need a moment to stop.
    if (id !== inWork) this.#settle(id, () => pending.reject(new ProteusError('CANCELED')));
  }

  #settle(id: number, end: () => void): void {
    const pending = this.#pending.get(id);
    const [inWork] = this.#pending.keys();
    this.#pending.delete(id);
    pending?.options.signal.removeEventListener('abort', pending.onAbort);
    if (id === inWork) this.#workSince = Date.now();
    if (this.#pending.size === 0) this.#host.onOver();
    end();
  }
}
