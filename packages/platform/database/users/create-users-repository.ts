import { randomBytes } from 'node:crypto';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { createJobId as createId } from '../create-job-id.ts';
import type { Database } from '../database.ts';
import type { UsersTable } from '../schema.ts';
import { removeUser } from './remove-user.ts';
import type { SessionRow, UserRow, UsersRepository } from './users-repository.ts';

/** Session ids are secrets of their own: nobody can guess one. */
const SESSION_ID_BYTES = 24;

/** @param now milliseconds since the epoch; the clock when left out. */
export function createUsersRepository(
  { query }: Database,
  now: () => number = Date.now,
): UsersRepository {
  async function find(column: 'id' | 'email', value: string): Promise<UserRow | null> {
    const row = await query
      .selectFrom('users')
      .selectAll()
      .where(column, '=', value)
      .executeTakeFirst();
    return row === undefined ? null : toUserRow(row);
  }

  return {
    async create({ email, name, passwordHash }) {
      const time = now();
      const row: UsersTable = {
        id: createId(),
        email,
        name,
        password_hash: passwordHash,
        created_at: time,
        updated_at: time,
      };
      const { numInsertedOrUpdatedRows } = await query
        .insertInto('users')
        .values(row)
        .onConflict((conflict) => conflict.column('email').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) throw new ProteusError('EMAIL_TAKEN');
      return toUserRow(row);
    },
    find: (id) => find('id', id),
    findByEmail: (email) => find('email', email),
    async update(id, { email, name, passwordHash }) {
      return await query.transaction().execute(async (transaction) => {
        if (email !== undefined) {
          const holder = await transaction
            .selectFrom('users')
            .select('id')
            .where('email', '=', email)
            .executeTakeFirst();
          if (holder !== undefined && holder.id !== id) throw new ProteusError('EMAIL_TAKEN');
        }
        const row = await transaction
          .updateTable('users')
          .set({
            ...(email === undefined ? {} : { email }),
            ...(name === undefined ? {} : { name }),
            ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
            updated_at: now(),
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        return row === undefined ? null : toUserRow(row);
      });
    },
    remove: (id) => removeUser(query, id, now()),

    async openSession(userId, lifeMs) {
      const time = now();
      const session: SessionRow = {
        id: randomBytes(SESSION_ID_BYTES).toString('base64url'),
        userId,
        expiresAt: time + lifeMs,
      };
      const { id, expiresAt } = session;
      await query
        .insertInto('sessions')
        .values({ id, user_id: userId, created_at: time, expires_at: expiresAt })
        .execute();
      return session;
    },
    async findSession(id) {
      const row = await query
        .selectFrom('sessions')
        .select(['id', 'user_id as userId', 'expires_at as expiresAt'])
        .where('id', '=', id)
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return row ?? null;
    },
    async endSession(id) {
      await query.deleteFrom('sessions').where('id', '=', id).execute();
    },
    async endOtherSessions(userId, keptId) {
      let others = query.deleteFrom('sessions').where('user_id', '=', userId);
      if (keptId !== null) others = others.where('id', '!=', keptId);
      await others.execute();
    },
    async spendToken(id, expiresAt) {
      const { numInsertedOrUpdatedRows } = await query
        .insertInto('spent_tokens')
        .values({ id, expires_at: expiresAt })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows !== 0n;
    },
    async forgetExpired() {
      const time = now();
      let forgotten = 0;
      for (const table of ['sessions', 'spent_tokens'] as const) {
        const { numDeletedRows } = await query
          .deleteFrom(table)
          .where('expires_at', '<=', time)
          .executeTakeFirst();
        forgotten += Number(numDeletedRows);
      }
      return forgotten;
    },

    async findErasures(limit) {
      return await query
        .selectFrom('erasures')
        .select(['user_id as userId', 'requested_at as requestedAt'])
        .orderBy('requested_at')
        .orderBy('user_id')
        .limit(limit)
        .execute();
    },
    async finishErasure(userId) {
      await query.deleteFrom('erasures').where('user_id', '=', userId).execute();
    },
  };
}

function toUserRow(row: UsersTable): UserRow {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    passwordHash: row.password_hash,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
