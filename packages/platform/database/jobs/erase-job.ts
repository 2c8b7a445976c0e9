import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobsContext } from './context.ts';

/** See `JobsRepository.erase`; its idempotency records go with it. */
export async function eraseJob({ query, queues }: JobsContext, id: string): Promise<void> {
  const queue = await query.transaction().execute(async (transaction) => {
    const job = await transaction
      .deleteFrom('jobs')
      .where('id', '=', id)
      .returning('kind')
      .executeTakeFirst();
    if (job === undefined) return null;
    const queue = queues[job.kind as JobKind];
    await queue.removeWithin(transaction, id);
    return queue;
  });
  await queue?.follow(id, 'removed');
}
