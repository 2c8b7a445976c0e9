import { ProteusError } from '@proteus/contracts/errors.ts';
import type { EnginePool } from './engine-pool.ts';
import type { EngineTask, TaskResult } from './task.ts';
import type { PassItem } from './task-pass.ts';

/**
 * Runs tasks as one pass of the next free engine.
 *
 * @returns their ends in the same order; as `EngineProcess.runPass`, and QUEUE_FULL, CANCELED while waiting.
 */
export function runPassInPool<Task extends EngineTask>(
  pool: Pick<EnginePool, 'borrow'>,
  items: readonly PassItem<Task>[],
): readonly Promise<TaskResult<Task>>[] {
  const ends = items.map((item) => ({ item, ...Promise.withResolvers<TaskResult<Task>>() }));
  const nobody = new AbortController();
  let waiting = true;
  const leave = () => {
    if (!waiting) return;
    for (const { item, reject } of ends) {
      if (item.options.signal.aborted) reject(new ProteusError('CANCELED'));
    }
    if (items.every(({ options }) => options.signal.aborted)) nobody.abort();
  };
  for (const { options } of items) options.signal.addEventListener('abort', leave, { once: true });

  const borrowed = pool.borrow(nobody.signal, async (engine) => {
    waiting = false;
    const running = engine.runPass(items);
    for (const [index, end] of running.entries()) {
      end.then(ends[index]!.resolve, ends[index]!.reject);
    }
    await Promise.allSettled(running);
  });
  borrowed
    .catch((error: unknown) => {
      for (const { reject } of ends) reject(error);
    })
    .finally(() => {
      for (const { options } of items) options.signal.removeEventListener('abort', leave);
    });
  return ends.map(({ promise }) => promise);
}
