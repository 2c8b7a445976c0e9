import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Jobs, the keys that make their submission idempotent, and the queue. */
export async function up(database: Kysely<Schema>): Promise<void> {
  await database.schema
    .createTable('jobs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('stage', 'text')
    .addColumn('progress', 'double precision', (column) => column.notNull().defaultTo(0))
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('seed', 'bigint', (column) => column.notNull())
    .addColumn('options', 'text', (column) => column.notNull())
    .addColumn('config', 'text', (column) => column.notNull())
    .addColumn('person_key', 'text', (column) => column.notNull())
    .addColumn('person_hash', 'text', (column) => column.notNull())
    .addColumn('garment_key', 'text', (column) => column.notNull())
    .addColumn('garment_hash', 'text', (column) => column.notNull())
    .addColumn('garment_side_key', 'text')
    .addColumn('garment_side_hash', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('lease_token', 'text')
    .addColumn('result_key', 'text')
    .addColumn('result_type', 'text')
    .addColumn('quality', 'text')
    .addColumn('warnings', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('timings', 'text', (column) => column.notNull().defaultTo('{}'))
    .addColumn('artifacts', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('error_code', 'text')
    .addColumn('error_message', 'text')
    .addColumn('error_stage', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('started_at', 'bigint')
    .addColumn('finished_at', 'bigint')
    .addColumn('cancel_requested_at', 'bigint')
    .addColumn('result_removed_at', 'bigint')
    .execute();
  await index(database, 'jobs_by_owner', 'jobs', ['owner_id', 'created_at', 'id']);
  await index(database, 'jobs_by_status', 'jobs', ['status', 'finished_at']);

  await database.schema
    .createTable('idempotency_keys')
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('body_hash', 'text', (column) => column.notNull())
    .addColumn('job_id', 'text', (column) =>
      column.notNull().references('jobs.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_keys_pk', ['owner_id', 'key'])
    .execute();
  await index(database, 'idempotency_keys_by_age', 'idempotency_keys', ['created_at']);

  await database.schema
    .createTable('queue_entries')
    .addColumn('job_id', 'text', (column) => column.primaryKey())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('available_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_token', 'text')
    .addColumn('lease_expires_at', 'bigint')
    .execute();
  await index(database, 'queue_entries_by_position', 'queue_entries', ['position']);
}

async function index(database: Kysely<Schema>, name: string, table: string, columns: string[]) {
  await database.schema.createIndex(name).on(table).columns(columns).execute();
}
