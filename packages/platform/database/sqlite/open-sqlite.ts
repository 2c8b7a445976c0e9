import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';

/** Milliseconds to wait for another process's write. */
const BUSY_TIMEOUT = 5000;

/** Milliseconds between two tries to turn the write-ahead log on. */
const RETRY = 5;

/**
 * Opens (and makes, where there is none) the SQLite database at `sqlite:PATH` (`sqlite::memory:` in
 * tests). What was committed survives a power cut: write-ahead log, flushed at every commit.
 *
 * @throws {Error} when the file cannot be opened.
 */
export function openSqlite(url: string): Database {
  const path = url.replace(/^sqlite:/, '');
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const sqlite = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT });
  turnOnLog(sqlite);
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  const query = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
  return {
    query,
    isShared: false,
    // One connection, one transaction at a time: the others wait already.
    async serialise() {},
    async check() {
      await sql`select 1`.execute(query);
    },
    async close() {
      await query.destroy();
      sqlite.close();
    },
  };
}

/**
 * SQLite refuses the switch at once, whatever the busy timeout, where another process opens or
 * closes the same file: both could otherwise wait for each other. So the wait is ours.
 */
function turnOnLog(sqlite: SqliteDatabase): void {
  const deadline = performance.now() + BUSY_TIMEOUT;
  for (;;) {
    try {
      sqlite.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) {
        sqlite.close();
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
