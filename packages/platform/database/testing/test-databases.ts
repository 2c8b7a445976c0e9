import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe } from 'vitest';
import { TEST_DATABASE_URL } from '../../testing/test-services.ts';
import { openDatabase } from '../open-database.ts';

/** An address with nothing behind it yet. */
export interface EmptyDatabase {
  readonly url: string;
  /** Call it when everything that used the address is closed. */
  remove(): Promise<void>;
}

/** Runs a suite on each kind of database that Proteus knows. */
export function onEveryDatabase(suite: (createEmpty: () => Promise<EmptyDatabase>) => void): void {
  describe('on SQLite', () => suite(createSqliteFile));
  describe.skipIf(TEST_DATABASE_URL === undefined)('on PostgreSQL', () => suite(createSchema));
}

async function createSqliteFile(): Promise<EmptyDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'proteus database-'));
  return {
    url: `sqlite:${join(folder, 'deep', 'proteus.db')}`,
    remove: () => rm(folder, { recursive: true }),
  };
}

/** A schema of its own is all that a test sees of the shared server. */
async function createSchema(): Promise<EmptyDatabase> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string) => {
    const database = openDatabase(TEST_DATABASE_URL ?? '', { maxConnections: 1 });
    await sql.raw(statement).execute(database.query);
    await database.close();
  };
  await run(`create schema ${schema}`);
  const url = new URL(TEST_DATABASE_URL ?? '');
  url.searchParams.set('options', `-c search_path=${schema}`);
  return { url: url.href, remove: () => run(`drop schema ${schema} cascade`) };
}
