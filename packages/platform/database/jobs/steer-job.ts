import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { LinkedQueue } from '../../queue/linked-queue.ts';
import type { CancelOutcome } from '../jobs-repository.ts';
import type { JobsContext } from './context.ts';

/** See `JobsRepository.cancel`. */
export async function cancelJob(
  { database, query, queues, now }: JobsContext,
  id: string,
): Promise<CancelOutcome> {
  type Canceling = { readonly outcome: CancelOutcome; readonly queue?: LinkedQueue };
  const { outcome, queue } = await query
    .transaction()
    .execute(async (transaction): Promise<Canceling> => {
      const time = now();
      const job = await transaction
        .selectFrom('jobs')
        .select(['status', 'kind'])
        .where('id', '=', id)
        .$if(database.isShared, (locked) => locked.forUpdate())
        .executeTakeFirst();
      if (job === undefined) return { outcome: 'not-found' };
      if (job.status !== 'queued' && job.status !== 'running') return { outcome: 'already-final' };
      const unchanged = transaction
        .updateTable('jobs')
        .where('id', '=', id)
        .where('status', '=', job.status);
      if (job.status === 'running') {
        await unchanged
          .where('cancel_requested_at', 'is', null)
          .set({ cancel_requested_at: time, updated_at: time })
          .execute();
        return { outcome: 'requested' };
      }
      await unchanged
        .set({ status: 'canceled', cancel_requested_at: time, updated_at: time, finished_at: time })
        .execute();
      const queue = queues[job.kind as JobKind];
      await queue.removeWithin(transaction, id);
      return { outcome: 'canceled', queue };
    });
  await queue?.follow(id, 'removed');
  return outcome;
}

/** See `JobsRepository.retry`. */
export async function retryJob({ query, queues, now }: JobsContext, id: string): Promise<boolean> {
  const queue = await query.transaction().execute(async (transaction) => {
    const job = await transaction
      .updateTable('jobs')
      .set({
        status: 'queued',
        stage: null,
        progress: 0,
        attempts: 0,
        failures: 0,
        lease_token: null,
        error_code: null,
        error_message: null,
        error_stage: null,
        updated_at: now(),
        started_at: null,
        finished_at: null,
        cancel_requested_at: null,
      })
      .where('id', '=', id)
      .where('status', 'in', ['failed', 'canceled'])
      .where('result_removed_at', 'is', null)
      .returning('kind')
      .executeTakeFirst();
    if (job === undefined) return null;
    const queue = queues[job.kind as JobKind];
    // The worker that failed the job may still hold its entry, and would take it along when it ends.
    await queue.removeWithin(transaction, id);
    await queue.addWithin(transaction, id);
    return queue;
  });
  await queue?.follow(id, 'replaced');
  return queue !== null;
}
