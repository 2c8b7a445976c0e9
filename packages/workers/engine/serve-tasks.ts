import { flushCompileCache } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { createPass, type Pass } from './pass.ts';
import {
  type EngineCommand,
  type EngineReply,
  HEARTBEAT_INTERVAL_MS,
  type NamedTask,
} from './protocol.ts';
import type { TaskRunner } from './run-task.ts';
import { SpareTime } from './spare-time.ts';
import { toTransferredError } from './transferred-error.ts';

/** The child's side of the protocol: does the parent's passes one task after the other, until the parent is gone. */
export function serveTasks(runTask: TaskRunner): void {
  /** What is under way or waits in this pass, by its id. */
  const wanted = new Map<number, AbortController>();
  const spareTime = new SpareTime();

  /** Frees the tasks' planes while nobody waits, so that the next one finds as much room as the first. */
  function tidyUp(): void {
    if (wanted.size === 0) globalThis.gc?.();
  }

  async function run({ id, task }: NamedTask, abort: AbortController, pass: Pass): Promise<void> {
    try {
      abort.signal.throwIfAborted();
      const value = await runTask(task, {
        signal: abort.signal,
        onProgress: (progress) => reply({ kind: 'progress', id, progress }),
        pass,
        whenIdle: (work) => spareTime.add(work),
      });
      reply({ kind: 'result', id, value }, tidyUp);
    } catch (thrown) {
      const error = abort.signal.aborted ? new ProteusError('CANCELED', { cause: thrown }) : thrown;
      reply({ kind: 'failure', id, error: toTransferredError(error) }, tidyUp);
    } finally {
      wanted.delete(id);
    }
  }

  async function runPass(tasks: readonly NamedTask[]): Promise<void> {
    const pass = createPass(tasks.length);
    const started = tasks.map((named) => ({ named, abort: new AbortController() }));
    for (const { named, abort } of started) wanted.set(named.id, abort);
    await spareTime.end();
    for (const { named, abort } of started) {
      await run(named, abort, pass);
      // A cancellation of the next one may have come meanwhile.
      await setImmediate();
    }
    spareTime.begin();
  }

  process.on('message', (command: EngineCommand) => {
    if (command.kind === 'run') void runPass(command.tasks);
    else wanted.get(command.id)?.abort();
  });
  // The parent is gone: nobody wants the work any more.
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C in a terminal reaches the whole group; the parent decides what happens to us.
  process.on('SIGINT', () => {});

  setInterval(
    () => reply({ kind: 'heartbeat', rss: process.memoryUsage.rss() }),
    HEARTBEAT_INTERVAL_MS,
  );
  reply({ kind: 'ready' });
  // Node would do so on leaving, but an engine is killed. Does nothing where no folder was given.
  flushCompileCache();
}

function reply(message: EngineReply, onSent?: () => void): void {
  process.send?.(message, undefined, undefined, onSent);
}
