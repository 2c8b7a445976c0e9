import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { guardPool } from './guard-pool.ts';

export interface PostgresOptions {
  /** Connections that this process holds at most; 10 when left out. */
  readonly maxConnections?: number;
  /** Milliseconds that one statement may take; 4 s when left out, 0 = as long as it takes. */
  readonly statementTimeoutMs?: number;
}

const MAX_CONNECTIONS = 10;
const STATEMENT_TIMEOUT_MS = 4_000;
/** The wait for a connection, new or given back by others; a server that is away is noticed this soon. */
const CONNECT_TIMEOUT_MS = 4_000;
/** A server that does not even say that a statement took too long has this much more time. */
const SILENCE_MS = 1_000;
/** A process that stalls in the middle of a transaction must not hold its locks for ever. */
const IDLE_TRANSACTION_MS = 30_000;
/** Type number of `bigint`, which the driver reads as text. */
const BIGINT = 20;

/**
 * A PostgreSQL database, reached at the first query. Counts and times (`bigint`) come as numbers: all of
 * ours are below 2⁵³. Lost connections are replaced by the next query.
 *
 * @param url `postgres://USER:PASSWORD@HOST:PORT/DATABASE`, with the driver's own parameters.
 */
export function openPostgres(
  url: string,
  {
    maxConnections = MAX_CONNECTIONS,
    statementTimeoutMs = STATEMENT_TIMEOUT_MS,
  }: PostgresOptions = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'proteus',
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    ...(statementTimeoutMs > 0 && {
      statement_timeout: statementTimeoutMs,
      query_timeout: statementTimeoutMs + SILENCE_MS,
    }),
    types: {
      getTypeParser: (type, format) =>
        type === BIGINT ? Number : pg.types.getTypeParser(type, format),
    },
  });
  const query = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: guardPool(pool) }) });
  return {
    query,
    isShared: true,
    async serialise(transaction, name) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
    },
    async check() {
      await sql`select 1`.execute(query);
    },
    close: () => query.destroy(),
  };
}
