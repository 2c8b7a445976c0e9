import type { Database } from './database.ts';
import { openPostgres, type PostgresOptions } from './postgres/open-postgres.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';

/** Whether an address names a PostgreSQL database. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:/.test(url);
}

/**
 * Opens the database at `sqlite:PATH` (made where there is none) or `postgres://…`.
 *
 * @param options for PostgreSQL.
 * @throws {Error} when a SQLite file cannot be opened; PostgreSQL is reached at the first query.
 */
export function openDatabase(url: string, options?: PostgresOptions): Database {
  return isPostgresUrl(url) ? openPostgres(url, options) : openSqlite(url);
}
