import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

const NONE = '{"garment_landmarks":{},"person_mask":[],"tuck":"auto"}';

/** What users set by hand, with the job. */
export async function up(database: Kysely<Schema>): Promise<void> {
  await database.schema
    .alterTable('jobs')
    .addColumn('corrections', 'text', (column) => column.notNull().defaultTo(NONE))
    .execute();
}
