import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import * as jobs from './migrations/0001-jobs.ts';
import * as corrections from './migrations/0002-corrections.ts';
import * as finishedWork from './migrations/0003-finished-work.ts';
import * as accounts from './migrations/0004-accounts.ts';
import * as leases from './migrations/0005-leases.ts';
import * as jobKinds from './migrations/0006-job-kinds.ts';
import type { Schema } from './schema.ts';

interface Migration {
  readonly name: string;
  up(database: Kysely<Schema>): Promise<void>;
}

/** In the order in which they are run. A migration that was released never changes. */
const MIGRATIONS: readonly Migration[] = [
  { name: '0001-jobs', up: jobs.up },
  { name: '0002-corrections', up: corrections.up },
  { name: '0003-finished-work', up: finishedWork.up },
  { name: '0004-accounts', up: accounts.up },
  { name: '0005-leases', up: leases.up },
  { name: '0006-job-kinds', up: jobKinds.up },
];

/** One migration, and when it was run (ISO 8601), if it was. */
export interface MigrationState {
  readonly name: string;
  readonly executedAt: string | null;
}

/**
 * Brings the database's tables up to date; may be run at any time, by several processes at once.
 * Each migration commits together with its record, so that a killed process leaves none half done.
 *
 * @returns the names of the migrations that were run now.
 * @throws {Error} when one fails, or when a later version of Proteus has made the database.
 */
export async function migrateUp(database: Database): Promise<readonly string[]> {
  const { query } = database;
  await createRecords(database);
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const unknown = [...(await readRecords(query)).keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(`The database is of a later version of Proteus (${unknown.join(', ')}).`);
  }
  const run: string[] = [];
  for (const migration of MIGRATIONS) if (await runOnce(query, migration)) run.push(migration.name);
  return run;
}

/** Every migration that this version knows, in order. */
export async function migrationStatus(database: Database): Promise<readonly MigrationState[]> {
  await createRecords(database);
  const records = await readRecords(database.query);
  return MIGRATIONS.map(({ name }) => {
    const executedAt = records.get(name);
    return {
      name,
      executedAt: executedAt === undefined ? null : new Date(executedAt).toISOString(),
    };
  });
}

/** The record comes first: it makes other processes wait, and tells them then that there is nothing to do. */
async function runOnce(query: Kysely<Schema>, { name, up }: Migration): Promise<boolean> {
  return query.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('migrations')
      .values({ name, executed_at: Date.now() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) return false;
    await up(transaction);
    return true;
  });
}

/** Even `if not exists` fails on PostgreSQL when two do it at once. */
async function createRecords({ query, serialise }: Database): Promise<void> {
  await query.transaction().execute(async (transaction) => {
    await serialise(transaction, 'migrations');
    await transaction.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('executed_at', 'bigint', (column) => column.notNull())
      .execute();
  });
}

async function readRecords(query: Kysely<Schema>): Promise<ReadonlyMap<string, number>> {
  const records = await query.selectFrom('migrations').selectAll().execute();
  return new Map(records.map((record) => [record.name, record.executed_at]));
}
