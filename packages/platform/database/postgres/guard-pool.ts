import { ProteusError } from '@proteus/contracts/errors.ts';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { toDatabaseError } from './to-database-error.ts';

/** A pool whose errors say with a stable code when the server is away. */
export function guardPool(pool: pg.Pool): PostgresPool {
  // An idle connection that breaks is no event: the pool drops it. Without a listener Node would end the process.
  pool.on('error', () => {});
  return {
    options: {},
    async connect() {
      try {
        return guardClient(await pool.connect());
      } catch (error) {
        throw toDatabaseError(error);
      }
    },
    end: () => pool.end(),
  };
}

function guardClient(client: pg.PoolClient): PostgresPoolClient {
  let broken = false;
  // A connection that breaks between two queries of a transaction: the next query says so.
  const noteBreak = () => {
    broken = true;
  };
  client.on('error', noteBreak);
  const query = async (text: string, parameters: readonly unknown[]) => {
    // A server that was silent once is not waited for again, by a rollback for one.
    if (broken) throw new ProteusError('DATABASE_UNAVAILABLE');
    try {
      return await client.query(text, [...parameters]);
    } catch (error) {
      const known = toDatabaseError(error);
      if (known !== error) broken = true;
      throw known;
    }
  };
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release(destroy) {
      client.off('error', noteBreak);
      client.release(destroy === true || broken);
    },
  };
}
