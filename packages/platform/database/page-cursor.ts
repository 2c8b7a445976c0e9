import { ProteusError } from '@proteus/contracts/errors.ts';
import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Schema } from './schema.ts';

/** Where a page of rows, newest first, ends. */
export interface PageCursor {
  readonly createdAt: number;
  readonly id: string;
}

/** A page cut out of rows of which one more than `limit` was read: that one tells of another page. */
export function cutPage<Row extends PageCursor>(
  rows: readonly Row[],
  limit: number,
): { readonly rows: readonly Row[]; readonly nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { rows: page, nextCursor: isMore ? writeCursor(last) : null };
}

function writeCursor({ createdAt, id }: PageCursor): string {
  return Buffer.from(`${createdAt}:${id}`).toString('base64url');
}

/**
 * The condition of the rows behind a cursor, newest first; both tables have the columns that it names.
 *
 * @throws {ProteusError} INVALID_REQUEST when the cursor is none of ours.
 */
export function afterCursor(cursor: string): Expression<SqlBool> {
  const { createdAt, id } = readCursor(cursor);
  const { eb, and, or } = expressionBuilder<Schema, 'jobs' | 'vtons'>();
  return or([
    eb('created_at', '<', createdAt),
    and([eb('created_at', '=', createdAt), eb('id', '<', id)]),
  ]);
}

function readCursor(cursor: string): PageCursor {
  const [, createdAt, id] =
    /^(\d{1,15}):(\w{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (createdAt === undefined || id === undefined) {
    throw new ProteusError('INVALID_REQUEST', {
      message: 'The cursor is not one of ours.',
      details: [{ path: 'cursor', message: 'must be the next_cursor of an earlier page' }],
    });
  }
  return { createdAt: Number(createdAt), id };
}
