import { JOB_KINDS, type JobKind, QUEUE_NAMES } from '@proteus/contracts/jobs/job-kind.ts';
import type { Database } from '../../database/database.ts';
import type { JobQueues } from '../job-queues.ts';
import type { LinkedQueue } from '../linked-queue.ts';
import type { Reconciliation } from '../reconciliation.ts';

const UNFINISHED = ['queued', 'running'];

/** Makes the queues agree with the jobs' rows, which are the truth. */
export async function reconcileEmbeddedQueues(
  { query }: Database,
  queues: JobQueues<LinkedQueue>,
): Promise<Reconciliation> {
  const { lost, removed } = await query.transaction().execute(async (transaction) => {
    const lost = await transaction
      .selectFrom('jobs')
      .leftJoin('queue_entries', 'queue_entries.job_id', 'jobs.id')
      .select(['jobs.id', 'jobs.kind'])
      .where('jobs.status', 'in', UNFINISHED)
      .where('queue_entries.job_id', 'is', null)
      .orderBy('jobs.created_at')
      .orderBy('jobs.id')
      .execute();
    const orphaned = await transaction
      .selectFrom('queue_entries')
      .leftJoin('jobs', 'jobs.id', 'queue_entries.job_id')
      .select(['queue_entries.job_id as id', 'queue_entries.queue'])
      .where(({ eb, or }) =>
        or([eb('jobs.id', 'is', null), eb('jobs.status', 'not in', UNFINISHED)]),
      )
      .execute();
    for (const { id, kind } of lost) await queues[kind as JobKind].addWithin(transaction, id);
    for (const kind of JOB_KINDS) {
      const own = orphaned.filter(({ queue }) => queue === QUEUE_NAMES[kind]);
      for (const { id } of own) await queues[kind].removeWithin(transaction, id);
    }
    return { lost, removed: orphaned.map(({ id }) => id) };
  });
  for (const { id, kind } of lost) await queues[kind as JobKind].follow(id, 'added');
  return { added: lost.map(({ id }) => id), removed };
}
