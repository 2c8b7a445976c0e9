import type { Settings } from '@proteus/contracts/config/settings.ts';
import type { Database } from '@proteus/platform/database/database.ts';
import { isPostgresUrl } from '@proteus/platform/database/is-postgres-url.ts';
import { migrateUp } from '@proteus/platform/database/migrations.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';

/** Changing a large table may take longer than any statement of daily work. */
const PATIENT = { maxConnections: 1, statementTimeoutMs: 0 };

/** Opens the database for changes of its tables. */
export function openDatabaseToMigrate({ DATABASE_URL }: Settings): Database {
  return openDatabase(DATABASE_URL, PATIENT);
}

/** Opens the database with its tables up to date. */
export async function openCurrentDatabase(settings: Settings): Promise<Database> {
  const database = openDatabase(settings.DATABASE_URL, {
    maxConnections: settings.DATABASE_POOL_SIZE,
  });
  const migrating = isPostgresUrl(settings.DATABASE_URL)
    ? openDatabaseToMigrate(settings)
    : database;
  try {
    await migrateUp(migrating);
  } catch (error) {
    await database.close();
    throw error;
  } finally {
    if (migrating !== database) await migrating.close();
  }
  return database;
}
