import type { JobsContext } from './context.ts';

/** See `JobsRepository.countUsed`: failed and canceled jobs give their unit back. */
export async function countUsed(
  { query }: JobsContext,
  ownerId: string,
  since: number,
): Promise<number> {
  const { used } = await query
    .selectFrom('jobs')
    .select((expression) => expression.fn.countAll<number>().as('used'))
    .where('owner_id', '=', ownerId)
    .where('created_at', '>=', since)
    .where('status', 'in', ['queued', 'running', 'completed'])
    .executeTakeFirstOrThrow();
  return Number(used);
}
