import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** What finished jobs were asked for, so that equal work is done once. */
export async function up(database: Kysely<Schema>): Promise<void> {
  const jobs = database.schema.alterTable('jobs');
  await jobs.addColumn('work_key', 'text').execute();
  await jobs.addColumn('cached', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await database.schema
    .createIndex('jobs_by_work')
    .on('jobs')
    .columns(['work_key', 'owner_id'])
    .execute();
}
