/** The engine's program: a child process that does one task at a time for its parent. */
import { flushCompileCache } from 'node:module';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { createEngineCache } from './engine-cache.ts';
import { type EngineCommand, type EngineReply, HEARTBEAT_INTERVAL_MS } from './protocol.ts';
import { createTaskRunner } from './run-task.ts';
import { toTransferredError } from './transferred-error.ts';

const runTask = createTaskRunner({
  threads: Number(process.env.PROTEUS_ENGINE_THREADS ?? 1),
  modelsDirectory: process.env.MODELS_DIR ?? null,
  preparedFolder: process.env.PROTEUS_PREPARED_NETWORKS ?? null,
  cache: process.env.PROTEUS_ENGINE_CACHE
    ? createEngineCache(JSON.parse(process.env.PROTEUS_ENGINE_CACHE))
    : null,
});
let current: { readonly id: number; readonly abort: AbortController } | null = null;

function reply(message: EngineReply): void {
  process.send?.(message);
}

async function run(command: Extract<EngineCommand, { kind: 'run' }>): Promise<void> {
  const { id, task } = command;
  const abort = new AbortController();
  current = { id, abort };
  try {
    const value = await runTask(task, {
      signal: abort.signal,
      onProgress: (progress) => reply({ kind: 'progress', id, progress }),
    });
    reply({ kind: 'result', id, value });
  } catch (thrown) {
    const error = abort.signal.aborted ? new ProteusError('CANCELED', { cause: thrown }) : thrown;
    reply({ kind: 'failure', id, error: toTransferredError(error) });
  } finally {
    current = null;
  }
}

process.on('message', (command: EngineCommand) => {
  if (command.kind === 'run') void run(command);
  else if (current?.id === command.id) current.abort.abort();
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
