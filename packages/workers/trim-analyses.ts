import { setTimeout as sleep } from 'node:timers/promises';
import { trimFolder } from '@proteus/platform/cache/trim-folder.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import type { SharedFolder } from './engine/engine-cache.ts';

const ROUND_INTERVAL_MS = 10 * 60_000;

/**
 * Removes analyses of photos that are too old, where engines keep them, until the signal aborts: engines themselves
 * look only after they have written much.
 */
export async function trimAnalyses(
  { folder, ...limits }: SharedFolder,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await trimFolder(folder, limits, Date.now());
    } catch (error) {
      logger.error({ err: error }, 'old analyses could not be removed');
    }
    await sleep(ROUND_INTERVAL_MS, undefined, { signal, ref: false }).catch(() => {});
  }
}
