import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import type { Reconciliation } from '@proteus/platform/queue/reconciliation.ts';

export interface ReconcilerOptions {
  /** One round: makes the queue agree with the rows. */
  readonly reconcile: () => Promise<Reconciliation>;
  readonly logger: Logger;
  /** Milliseconds between two rounds; 10 s when left out. */
  readonly intervalMs?: number;
}

const INTERVAL_MS = 10_000;

/** Keeps a queue in step with the rows until the signal aborts; a round that fails is tried again later. */
export async function runReconciler(
  { reconcile, logger, intervalMs = INTERVAL_MS }: ReconcilerOptions,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const { added, removed } = await reconcile();
      if (added.length + removed.length > 0) {
        logger.warn({ added, removed }, 'the queue was brought in step with the jobs');
      }
    } catch (error) {
      if (!signal.aborted) logger.error({ err: error }, 'the queue could not be looked through');
    }
    await sleep(intervalMs, undefined, { signal, ref: false }).catch(() => {});
  }
}
