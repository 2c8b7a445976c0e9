import { ProteusError } from '@proteus/contracts/errors.ts';
import type { Kysely } from 'kysely';
import type { Idempotency } from '../job-row.ts';
import type { Schema } from '../schema.ts';

const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * The id of the job that this key and body made in the last 24 hours, or null.
 *
 * @throws {ProteusError} IDEMPOTENCY_MISMATCH when the key came with another body.
 */
export async function findIdempotentJob(
  query: Kysely<Schema>,
  ownerId: string,
  { key, bodyHash }: Idempotency,
  now: number,
): Promise<string | null> {
  const record = await query
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'job_id'])
    .where('owner_id', '=', ownerId)
    .where('key', '=', key)
    .where('created_at', '>', now - KEPT_MS)
    .executeTakeFirst();
  if (record === undefined) return null;
  if (record.body_hash !== bodyHash) throw new ProteusError('IDEMPOTENCY_MISMATCH');
  return record.job_id;
}

/** Ties a key to the job that it made, in place of one that is older than 24 hours. */
export async function recordIdempotency(
  query: Kysely<Schema>,
  ownerId: string,
  { key, bodyHash }: Idempotency,
  jobId: string,
  now: number,
): Promise<void> {
  const fresh = { body_hash: bodyHash, job_id: jobId, created_at: now };
  await query
    .insertInto('idempotency_keys')
    .values({ owner_id: ownerId, key, ...fresh })
    .onConflict((conflict) => conflict.columns(['owner_id', 'key']).doUpdateSet(fresh))
    .execute();
}

/** Forgets keys older than 24 hours; returns how many. */
export async function forgetOldIdempotencyKeys(
  query: Kysely<Schema>,
  now: number,
): Promise<number> {
  const { numDeletedRows } = await query
    .deleteFrom('idempotency_keys')
    .where('created_at', '<=', now - KEPT_MS)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
