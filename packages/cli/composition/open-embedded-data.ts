import type { Settings } from '@proteus/contracts/config/settings.ts';
import { loadSecret } from '@proteus/platform/config/load-secret.ts';
import { lockDataFolder } from '@proteus/platform/database/lock-data-folder.ts';
import { migrateUp } from '@proteus/platform/database/migrations.ts';
import { type Database, openDatabase } from '@proteus/platform/database/open-database.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import {
  createEmbeddedQueue,
  type EmbeddedQueue,
} from '@proteus/platform/queue/embedded/embedded-queue.ts';
import { reconcileQueue } from '@proteus/platform/queue/embedded/reconcile-queue.ts';
import { type LocalStore, openLocalStore } from '@proteus/platform/storage/local/local-store.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Everything that must survive a restart. */
export interface EmbeddedData {
  readonly database: Database;
  readonly queue: EmbeddedQueue;
  readonly store: LocalStore;
}

/**
 * Opens the data folder: one process at a time, tables up to date, and what a killed process left
 * in work waiting again.
 *
 * @throws {UsageError} when another server works on the same folder.
 */
export async function openEmbeddedData(
  settings: Settings,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<EmbeddedData> {
  const unlock = lockDataFolder(settings.DATA_DIR);
  if (unlock === null) {
    throw new UsageError(
      `Another Proteus works on ${settings.DATA_DIR}; stop it, or set DATA_DIR to another folder.`,
    );
  }
  closers.defer(unlock);
  const database = openDatabase(settings.DATABASE_URL);
  closers.defer(() => database.close());
  await migrateUp(database);

  const queue = createEmbeddedQueue(database);
  closers.defer(() => queue.close());
  const recovered = await queue.recoverLeases();
  const { added, removed } = await reconcileQueue(database, queue);
  if (recovered + added.length + removed.length > 0) {
    logger.warn({ recovered, added, removed }, 'took up what an earlier process left');
  }

  const { secret, madeIn } = await loadSecret({
    name: 'storage-signing-secret',
    given: settings.STORAGE_SIGNING_SECRET,
    folder: settings.DATA_DIR,
  });
  if (madeIn !== null) logger.info({ file: madeIn }, 'made a secret that signs addresses');
  const baseUrl = settings.PUBLIC_URL ?? '';
  const store = await openLocalStore({ folder: settings.VFR_STORAGE, secret, baseUrl });
  return { database, queue, store };
}
