import type { Database } from '../../database/database.ts';
import type { LinkedQueue } from '../linked-queue.ts';
import type { Reconciliation } from '../reconciliation.ts';

const UNFINISHED = ['queued', 'running'];

/** Makes the queue agree with the jobs' rows, which are the truth. */
export async function reconcileEmbeddedQueue(
  { query }: Database,
  queue: LinkedQueue,
): Promise<Reconciliation> {
  const reconciled = await query.transaction().execute(async (transaction) => {
    const lost = await transaction
      .selectFrom('jobs')
      .leftJoin('queue_entries', 'queue_entries.job_id', 'jobs.id')
      .select('jobs.id')
      .where('jobs.status', 'in', UNFINISHED)
      .where('queue_entries.job_id', 'is', null)
      .orderBy('jobs.created_at')
      .orderBy('jobs.id')
      .execute();
    const orphaned = await transaction
      .selectFrom('queue_entries')
      .leftJoin('jobs', 'jobs.id', 'queue_entries.job_id')
      .select('queue_entries.job_id as id')
      .where(({ eb, or }) =>
        or([eb('jobs.id', 'is', null), eb('jobs.status', 'not in', UNFINISHED)]),
      )
      .execute();
    for (const { id } of lost) await queue.addWithin(transaction, id);
    for (const { id } of orphaned) await queue.removeWithin(transaction, id);
    return { added: lost.map(({ id }) => id), removed: orphaned.map(({ id }) => id) };
  });
  for (const id of reconciled.added) await queue.follow(id, 'added');
  return reconciled;
}
