import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** An open database; the same queries run on every dialect. */
export interface Database {
  readonly query: Kysely<Schema>;
  /** Whether other processes use it too; transactions then run side by side, and rows have to be locked. */
  readonly isShared: boolean;
  /** Everybody who asks for the same name waits until this transaction has ended. */
  serialise(transaction: Transaction<Schema>, name: string): Promise<void>;
  /** Resolves when the database answers; for readiness. */
  check(): Promise<void>;
  close(): Promise<void>;
}
