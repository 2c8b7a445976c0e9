import type { QueueName } from '@proteus/contracts/jobs/job-kind.ts';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Schema } from '../../database/schema.ts';

/** The condition under which an entry may be leased: free and due, or its lease has expired. */
export function waits(now: number) {
  return ({ eb, and, or }: ExpressionBuilder<Schema, 'queue_entries'>) =>
    or([
      and([eb('lease_token', 'is', null), eb('available_at', '<=', now)]),
      eb('lease_expires_at', '<=', now),
    ]);
}

/** How many entries are waiting (delayed ones included), and how many are in work. */
export async function countEntries(
  query: Kysely<Schema>,
  name: QueueName,
  now: number,
): Promise<{ readonly waiting: number; readonly active: number }> {
  const count = query
    .selectFrom('queue_entries')
    .where('queue', '=', name)
    .select(({ fn }) => fn.countAll<number>().as('entries'));
  const all = await count.executeTakeFirstOrThrow();
  const waiting = await count.where(isNotLeased(now)).executeTakeFirstOrThrow();
  return {
    waiting: Number(waiting.entries),
    active: Number(all.entries) - Number(waiting.entries),
  };
}

/** When the next entry may be leased (perhaps already), in milliseconds since the epoch; null without any. */
export async function nextDueTime(query: Kysely<Schema>, name: QueueName): Promise<number | null> {
  const next = await query
    .selectFrom('queue_entries')
    .select(({ fn }) =>
      fn.min<number | null>(fn.coalesce('lease_expires_at', 'available_at')).as('due'),
    )
    .where('queue', '=', name)
    .executeTakeFirst();
  return next?.due ?? null;
}

function isNotLeased(now: number) {
  return ({ eb, or }: ExpressionBuilder<Schema, 'queue_entries'>) =>
    or([eb('lease_token', 'is', null), eb('lease_expires_at', '<=', now)]);
}
