import type { JobRow } from '../job-row.ts';
import type { JobsContext } from './context.ts';
import { toJobRow } from './to-job-row.ts';

const FINAL = ['completed', 'failed', 'canceled'];

/** See `JobsRepository.findExpired`. */
export async function findExpired(
  { query }: JobsContext,
  finishedBefore: number,
  limit: number,
): Promise<readonly JobRow[]> {
  const rows = await query
    .selectFrom('jobs')
    .selectAll()
    .where('status', 'in', FINAL)
    .where('finished_at', '<', finishedBefore)
    .where('result_removed_at', 'is', null)
    .orderBy('finished_at')
    .limit(limit)
    .execute();
  return rows.map(toJobRow);
}

/** See `JobsRepository.markResultRemoved`. */
export async function markResultRemoved({ query, now }: JobsContext, id: string): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('jobs')
    .set({ result_removed_at: now(), updated_at: now() })
    .where('id', '=', id)
    .where('status', 'in', FINAL)
    .where('result_removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
