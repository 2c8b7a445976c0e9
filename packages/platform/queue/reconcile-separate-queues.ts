import { JOB_KINDS, type JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { Database } from '../database/database.ts';
import type { JobQueues } from './job-queues.ts';
import type { Reconciliation } from './reconciliation.ts';
import type { SeparateQueue } from './separate-queue.ts';

const UNFINISHED = ['queued', 'running'];
/** A row is committed a moment before its entry is added, and ends a moment before its entry goes. */
const GRACE_MS = 5_000;

/**
 * Makes queues that live elsewhere agree with the jobs' rows, which are the truth. May run at any time,
 * also by several processes at once: adding what is there changes nothing, a job that is handed out although
 * its work is done is not begun, and one that was removed too much is added by the next round.
 *
 * @param now milliseconds since the epoch.
 * @throws {ProteusError} QUEUE_UNAVAILABLE, DATABASE_UNAVAILABLE
 */
export async function reconcileSeparateQueues(
  database: Database,
  queues: JobQueues<SeparateQueue>,
  now: number = Date.now(),
): Promise<Reconciliation> {
  const outcomes: Reconciliation[] = [];
  for (const kind of JOB_KINDS) outcomes.push(await reconcile(database, kind, queues[kind], now));
  return {
    added: outcomes.flatMap(({ added }) => added),
    removed: outcomes.flatMap(({ removed }) => removed),
  };
}

async function reconcile(
  { query }: Database,
  kind: JobKind,
  queue: SeparateQueue,
  now: number,
): Promise<Reconciliation> {
  const unfinished = await query
    .selectFrom('jobs')
    .select(['id', 'updated_at'])
    .where('kind', '=', kind)
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
  const removed = await endedBefore(query, kind, suspects, now - GRACE_MS);
  for (const id of removed) await queue.remove(id);
  return { added, removed };
}

/** Those of the ids whose job ended before a time, or is none of this kind. */
async function endedBefore(
  query: Database['query'],
  kind: JobKind,
  ids: readonly string[],
  time: number,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await query
    .selectFrom('jobs')
    .select(['id', 'status', 'updated_at'])
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .execute();
  const kept = rows.filter((row) => UNFINISHED.includes(row.status) || row.updated_at >= time);
  const keptIds = new Set(kept.map(({ id }) => id));
  return ids.filter((id) => !keptIds.has(id));
}
