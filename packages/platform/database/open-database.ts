import type { Database } from './database.ts';
import { isPostgresUrl } from './is-postgres-url.ts';
import { openPostgres, type PostgresOptions } from './postgres/open-postgres.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';

/**
 * Opens the database at `sqlite:PATH` (made where there is none) or `postgres://…`.
 *
 * @param options for PostgreSQL.
 * @throws {Error} when a SQLite file cannot be opened; PostgreSQL is reached at the first query.
 */
export function openDatabase(url: string, options?: PostgresOptions): Database {
  return isPostgresUrl(url) ? openPostgres(url, options) : openSqlite(url);
}
