import { ProteusError } from '@proteus/contracts/errors.ts';
import pg from 'pg';

/**
 * Classes of SQLSTATE (its first two characters) by which a server says that it cannot work now:
 * connection, resources, intervention of an operator (shutdown, statement timeout), its own trouble.
 */
const UNAVAILABLE = new Set(['08', '53', '57', '58']);

/**
 * An error of the driver as the rest of the house knows it: DATABASE_UNAVAILABLE when the server is away
 * or did not answer in time, itself when the server refused the statement.
 */
export function toDatabaseError(error: unknown): unknown {
  const refused =
    error instanceof pg.DatabaseError && !UNAVAILABLE.has(error.code?.slice(0, 2) ?? '');
  return refused ? error : new ProteusError('DATABASE_UNAVAILABLE', { cause: error });
}
