import type { CancelOutcome } from '../jobs-repository.ts';
import type { JobsContext } from './context.ts';

/** See `JobsRepository.cancel`. */
export async function cancelJob(
  { database, query, queue, now }: JobsContext,
  id: string,
): Promise<CancelOutcome> {
  const outcome = await query.transaction().execute(async (transaction): Promise<CancelOutcome> => {
    const time = now();
    const job = await transaction
      .selectFrom('jobs')
      .select('status')
      .where('id', '=', id)
      .$if(database.isShared, (locked) => locked.forUpdate())
      .executeTakeFirst();
    if (job === undefined) return 'not-found';
    if (job.status !== 'queued' && job.status !== 'running') return 'already-final';
    const unchanged = transaction
      .updateTable('jobs')
      .where('id', '=', id)
      .where('status', '=', job.status);
    if (job.status === 'running') {
      await unchanged
        .where('cancel_requested_at', 'is', null)
        .set({ cancel_requested_at: time, updated_at: time })
        .execute();
      return 'requested';
    }
    await unchanged
      .set({ status: 'canceled', cancel_requested_at: time, updated_at: time, finished_at: time })
      .execute();
    await queue.removeWithin(transaction, id);
    return 'canceled';
  });
  if (outcome === 'canceled') await queue.follow(id, 'removed');
  return outcome;
}

/** See `JobsRepository.retry`. */
export async function retryJob({ query, queue, now }: JobsContext, id: string): Promise<boolean> {
  const retried = await query.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('jobs')
      .set({
        status: 'queued',
        stage: null,
        progress: 0,
        attempts: 0,
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
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    // The worker that failed the job may still hold its entry, and would take it along when it ends.
    await queue.removeWithin(transaction, id);
    await queue.addWithin(transaction, id);
    return true;
  });
  if (retried) await queue.follow(id, 'replaced');
  return retried;
}
