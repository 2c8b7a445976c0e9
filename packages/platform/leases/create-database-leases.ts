import type { Database } from '../database/database.ts';
import type { Leases } from './leases.ts';

/** Leases as rows. @param now milliseconds since the epoch; the clock when left out. */
export function createDatabaseLeases({ query }: Database, now: () => number = Date.now): Leases {
  return {
    async acquire(name, owner, lifeMs) {
      const time = now();
      const expires_at = time + lifeMs;
      const { numInsertedOrUpdatedRows } = await query
        .insertInto('leases')
        .values({ name, owner, expires_at })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ owner, expires_at })
            .where(({ eb, or }) =>
              or([eb('leases.owner', '=', owner), eb('leases.expires_at', '<=', time)]),
            ),
        )
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows !== 0n;
    },
    async release(name, owner) {
      await query
        .deleteFrom('leases')
        .where('name', '=', name)
        .where('owner', '=', owner)
        .execute();
    },
    async forgetExpired() {
      const { numDeletedRows } = await query
        .deleteFrom('leases')
        .where('expires_at', '<=', now())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
