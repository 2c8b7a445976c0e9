import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** See `UsersRepository.remove`: gone and noted in one transaction, so that no trace is forgotten. */
export async function removeUser(
  query: Kysely<Schema>,
  id: string,
  time: number,
): Promise<boolean> {
  return await query.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('users')
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await transaction
      .insertInto('erasures')
      .values({ user_id: id, requested_at: time })
      .onConflict((conflict) => conflict.column('user_id').doNothing())
      .execute();
    return true;
  });
}
