import type { Database } from '../database/database.ts';
import type { Reconciliation } from './reconciliation.ts';
import type { SeparateQueue } from './separate-queue.ts';

const UNFINISHED = ['queued', 'running'];
/** A row is committed a moment before its entry is added, and ends a moment before its entry goes. */
const GRACE_MS = 5_000;

/**
 * Makes a queue that lives elsewhere agree with the jobs' rows, which are the truth. May run at any time,
 * also by several processes at once: adding what is there changes nothing, a job that is handed out although
 * its work is done is not begun, and one that was removed too much is added by the next round.
 *
 * @param now milliseconds since the epoch.
 * @throws {ProteusError} QUEUE_UNAVAILABLE, DATABASE_UNAVAILABLE
 */
export async function reconcileSeparateQueue(
  { query }: Database,
  queue: SeparateQueue,
  now: number = Date.now(),
): Promise<Reconciliation> {
  const unfinished = await query
    .selectFrom('jobs')
    .select(['id', 'updated_at'])
    .where('status', 'in', UNFINISHED)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const queued = await queue.ids();
  const added = unfinished
    .filter(({ id, updated_at }) => updated_at < now - GRACE_MS && !queued.has(id))
    .map(({ id }) => id);
  for (const id of added) await queue.add(id);

  const suspects = [...queued].filter((id) => unfinished.every((row) => row.id !== id));
  const removed = await endedBefore(query, suspects, now - GRACE_MS);
  for (const id of removed) await queue.remove(id);
  return { added, removed };
}

/** Those of the ids whose job ended before a time, or does not exist. */
async function endedBefore(
  query: Database['query'],
  ids: readonly string[],
  time: number,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await query
    .selectFrom('jobs')
    .select(['id', 'status', 'updated_at'])
    .where('id', 'in', ids)
    .execute();
  const kept = rows.filter((row) => UNFINISHED.includes(row.status) || row.updated_at >= time);
  const keptIds = new Set(kept.map(({ id }) => id));
  return ids.filter((id) => !keptIds.has(id));
}
