import { createLogger } from '@proteus/platform/logging/logger.ts';
import { expect, it } from 'vitest';
import { runReconciler } from './reconciler.ts';

it('goes on after a round that failed, and ends when it is told to', async () => {
  const stop = new AbortController();
  const logger = createLogger({ level: 'silent' });
  let rounds = 0;
  const reconcile = async () => {
    rounds++;
    if (rounds === 1) throw new Error('the queue is away');
    if (rounds === 3) stop.abort();
    return { added: [], removed: [] };
  };
  await runReconciler({ reconcile, logger, intervalMs: 1 }, stop.signal);
  expect(rounds).toBe(3);
});
