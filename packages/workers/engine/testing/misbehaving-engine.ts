/**
 * An engine program for the tests: does to its own process what the task's bytes say. The parent
 * must survive all of it.
 */
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { EngineCommand, EngineReply } from '../protocol.ts';
import { toTransferredError } from '../transferred-error.ts';

const reply = (message: EngineReply) => process.send?.(message);
const hoard: Uint8Array[] = [];
let onCancel = () => {};

const acts: Readonly<Record<string, (id: number) => void>> = {
  work: (id) => {
    reply({ kind: 'progress', id, progress: { stage: 'pose', progress: 0.5 } });
    reply({ kind: 'result', id, value: null });
  },
  wait: (id) => {
    const timer = setTimeout(() => reply({ kind: 'result', id, value: null }), 300);
    onCancel = () => {
      clearTimeout(timer);
      const error = toTransferredError(new ProteusError('CANCELED'));
      reply({ kind: 'failure', id, error });
    };
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

process.on('message', (command: EngineCommand) => {
  if (command.kind === 'cancel') onCancel();
  else if (command.task.type === 'normalise') {
    acts[Buffer.from(command.task.bytes).toString()]?.(command.id);
  } else reply({ kind: 'result', id: command.id, value: null });
});
process.on('disconnect', () => process.exit(0));
reply({ kind: 'ready' });
