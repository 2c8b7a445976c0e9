import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Jobs of two kinds, each with a queue of its own; those of tailors have no person. */
export async function up(database: Kysely<Schema>): Promise<void> {
  const { schema } = database;
  const jobs = schema.alterTable('jobs');
  await jobs.addColumn('kind', 'text', (column) => column.notNull().defaultTo('weaver')).execute();
  await jobs.addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  for (const name of ['person_key', 'person_hash']) await allowNull(database, name);

  await schema
    .alterTable('queue_entries')
    .addColumn('queue', 'text', (column) => column.notNull().defaultTo('weaver_jobs'))
    .execute();
  await schema.dropIndex('queue_entries_by_position').execute();
  await schema
    .createIndex('queue_entries_by_position')
    .on('queue_entries')
    .columns(['queue', 'position'])
    .execute();
}

/** SQLite cannot take `not null` off a column: another one takes its place. */
async function allowNull(database: Kysely<Schema>, name: string): Promise<void> {
  const jobs = database.schema.alterTable('jobs');
  const successor = `${name}_or_null`;
  await jobs.addColumn(successor, 'text').execute();
  await sql`update jobs set ${sql.ref(successor)} = ${sql.ref(name)}`.execute(database);
  await jobs.dropColumn(name).execute();
  await jobs.renameColumn(successor, name).execute();
}
