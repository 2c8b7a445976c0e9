import type { MigrationResultSet } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import * as jobs from './migrations/0001-jobs.ts';
import type { Database } from './open-database.ts';

const migrations = { '0001-jobs': jobs };

/** One migration, and when it was run (ISO 8601), if it was. */
export interface MigrationState {
  readonly name: string;
  readonly executedAt: string | null;
}

/**
 * Brings the database's tables up to date; may be run at any time.
 *
 * @returns the names of the migrations that were run now.
 * @throws {Error} when one fails, or when the database is of a later version of Proteus.
 */
export async function migrateUp(database: Database): Promise<readonly string[]> {
  const outcome: MigrationResultSet = await migrator(database).migrateToLatest();
  if (outcome.error !== undefined) {
    throw new Error('The database could not be brought up to date.', { cause: outcome.error });
  }
  return (outcome.results ?? []).map((result) => result.migrationName);
}

/** Every migration that this version knows, in order. */
export async function migrationStatus(database: Database): Promise<readonly MigrationState[]> {
  const known = await migrator(database).getMigrations();
  return known.map(({ name, executedAt }) => ({
    name,
    executedAt: executedAt === undefined ? null : executedAt.toISOString(),
  }));
}

function migrator(database: Database): Migrator {
  return new Migrator({
    db: database.query,
    provider: { getMigrations: async () => migrations },
  });
}
