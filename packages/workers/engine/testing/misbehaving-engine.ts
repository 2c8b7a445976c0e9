/**
 * An engine program for the tests: does to its own process what the task's bytes say. The parent
 * must survive all of it.
 */
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { EngineCommand, EngineReply, NamedTask } from '../protocol.ts';
import { toTransferredError } from '../transferred-error.ts';

let afterReply = () => {};
const reply = (message: EngineReply) => {
  process.send?.(message);
  if (message.kind === 'result' || message.kind === 'failure') setImmediate(afterReply);
};
const hoard: Uint8Array[] = [];
const unwanted = new Set<number>();
const onCancel = new Map<number, () => void>();

const acts: Readonly<Record<string, (id: number) => void>> = {
  work: (id) => {
    reply({ kind: 'progress', id, progress: { stage: 'pose', progress: 0.5 } });
    reply({ kind: 'result', id, value: null });
  },
  wait: (id) => {
    const timer = setTimeout(() => reply({ kind: 'result', id, value: null }), 300);
    onCancel.set(id, () => {
      clearTimeout(timer);
      const error = toTransferredError(new ProteusError('CANCELED'));
      reply({ kind: 'failure', id, error });
    });
  },
  refuse: (id) => {
    const error = toTransferredError(new ProteusError('NO_PERSON', { stage: 'pose' }));
    reply({ kind: 'failure', id, error });
  },
  throw: (id) =>
    reply({ kind: 'failure', id, error: toTransferredError(new Error('secret internals')) }),
  crash: () => process.abort(),
  exit: () => process.exit(3),
  spin: () => {
    for (;;);
  },
  silence: () => {},
  grow: () => {
    setInterval(() => hoard.push(new Uint8Array(32 * 2 ** 20).fill(1)), 5);
  },
};

/** One after the other, as a real engine does: the next begins when the one before it was answered for. */
function runNext(tasks: readonly NamedTask[]): void {
  const [first, ...others] = tasks.filter(({ id }) => !unwanted.has(id));
  if (first === undefined) return;
  afterReply = () => runNext(others);
  const { id, task } = first;
  if (task.type === 'normalise') acts[Buffer.from(task.bytes).toString()]?.(id);
  else reply({ kind: 'result', id, value: null });
}

process.on('message', (command: EngineCommand) => {
  if (command.kind === 'cancel') {
    unwanted.add(command.id);
    onCancel.get(command.id)?.();
  } else runNext(command.tasks);
});
process.on('disconnect', () => process.exit(0));
reply({ kind: 'ready' });
