import type { Settings } from '@proteus/contracts/config/settings.ts';
import type { Database } from '@proteus/platform/database/database.ts';
import { isPostgresUrl } from '@proteus/platform/database/is-postgres-url.ts';
import { lockDataFolder } from '@proteus/platform/database/lock-data-folder.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import type { JobQueues } from '@proteus/platform/queue/job-queues.ts';
import type { LinkedQueue } from '@proteus/platform/queue/linked-queue.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { openCurrentDatabase } from './open-current-database.ts';
import { openQueues } from './open-queues.ts';
import { type OpenedStore, openStore } from './open-store.ts';

/** Everything that must survive a restart. */
export interface Data extends OpenedStore {
  readonly database: Database;
  readonly queues: JobQueues<LinkedQueue>;
}

/**
 * Opens database, queues and object store as the settings want them: tables up to date, and what a killed
 * process left in work waiting again. An embedded database has one process a data folder.
 *
 * @throws {UsageError} when another server works on the same folder.
 */
export async function openData(
  settings: Settings,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<Data> {
  if (!isPostgresUrl(settings.DATABASE_URL)) closers.defer(claimDataFolder(settings));
  const database = await openCurrentDatabase(settings);
  closers.defer(() => database.close());
  const queues = await openQueues(settings, database, logger, closers);
  return { database, queues, ...(await openStore(settings, logger, closers)) };
}

/** @returns what gives the folder free. */
function claimDataFolder({ DATA_DIR }: Settings): () => void {
  const unlock = lockDataFolder(DATA_DIR);
  if (unlock !== null) return unlock;
  throw new UsageError(
    `Another Proteus works on ${DATA_DIR}; stop it, or set DATA_DIR to another folder.`,
  );
}
