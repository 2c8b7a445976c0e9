import type { JobsContext } from './context.ts';

/** See `JobsRepository.erase`; its idempotency records go with it. */
export async function eraseJob({ query, queue }: JobsContext, id: string): Promise<void> {
  await query.transaction().execute(async (transaction) => {
    await queue.removeWithin(transaction, id);
    await transaction.deleteFrom('jobs').where('id', '=', id).execute();
  });
  await queue.follow(id, 'removed');
}
