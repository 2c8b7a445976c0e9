import type { Settings } from '@proteus/contracts/config/settings.ts';
import type { Database } from '@proteus/platform/database/database.ts';
import { lockDataFolder } from '@proteus/platform/database/lock-data-folder.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import {
  createEmbeddedQueue,
  type EmbeddedQueue,
} from '@proteus/platform/queue/embedded/embedded-queue.ts';
import { reconcileEmbeddedQueue } from '@proteus/platform/queue/embedded/reconcile-embedded-queue.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { openCurrentDatabase } from './open-current-database.ts';
import { type OpenedStore, openStore } from './open-store.ts';

/** Everything that must survive a restart. */
export interface Data extends OpenedStore {
  readonly database: Database;
  readonly queue: EmbeddedQueue;
}

/**
 * Opens the data folder and the database: one process a folder, tables up to date, and what a killed
 * process left in work waiting again.
 *
 * @throws {UsageError} when another server works on the same folder.
 */
export async function openData(
  settings: Settings,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<Data> {
  const unlock = lockDataFolder(settings.DATA_DIR);
  if (unlock === null) {
    throw new UsageError(
      `Another Proteus works on ${settings.DATA_DIR}; stop it, or set DATA_DIR to another folder.`,
    );
  }
  closers.defer(unlock);
  const database = await openCurrentDatabase(settings);
  closers.defer(() => database.close());

  const queue = createEmbeddedQueue(database);
  closers.defer(() => queue.close());
  // On a shared server others may be at work: what a dead process held waits for its lease to run out.
  const recovered = database.isShared ? 0 : await queue.recoverLeases();
  const { added, removed } = await reconcileEmbeddedQueue(database, queue);
  if (recovered + added.length + removed.length > 0) {
    logger.warn({ recovered, added, removed }, 'took up what an earlier process left');
  }

  return { database, queue, ...(await openStore(settings, logger, closers)) };
}
