import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** What one process at a time may hold. */
export async function up({ schema }: Kysely<Schema>): Promise<void> {
  await schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}
