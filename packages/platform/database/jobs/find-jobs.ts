import type { JobStatus } from '@proteus/contracts/jobs/job-status.ts';
import { jobStatusSchema } from '@proteus/contracts/jobs/job-status.ts';
import type { JobRow } from '../job-row.ts';
import type { JobPage, ListJobs } from '../jobs-repository.ts';
import { afterCursor, cutPage } from '../page-cursor.ts';
import type { JobsContext } from './context.ts';
import { toJobRow } from './to-job-row.ts';

/** See `JobsRepository.find`; with an owner, the jobs of others look as if they did not exist. */
export async function findJob(
  { query }: JobsContext,
  id: string,
  ownerId?: string,
): Promise<JobRow | null> {
  let search = query.selectFrom('jobs').selectAll().where('id', '=', id);
  if (ownerId !== undefined) search = search.where('owner_id', '=', ownerId);
  const row = await search.executeTakeFirst();
  return row === undefined ? null : toJobRow(row);
}

/** See `JobsRepository.findEqualWork`. */
export async function findEqualWork(
  { query }: JobsContext,
  workKey: string,
  ownerId: string,
): Promise<JobRow | null> {
  const row = await query
    .selectFrom('jobs')
    .selectAll()
    .where('work_key', '=', workKey)
    .where('owner_id', '=', ownerId)
    .where('status', '=', 'completed')
    .where('result_removed_at', 'is', null)
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toJobRow(row);
}

/** See `JobsRepository.list`. */
export async function listJobs(
  { query }: JobsContext,
  { ownerId, status, cursor, limit }: ListJobs,
): Promise<JobPage> {
  let search = query.selectFrom('jobs').selectAll().where('owner_id', '=', ownerId);
  if (status !== undefined) search = search.where('status', '=', status);
  if (cursor !== undefined) search = search.where(afterCursor(cursor));
  const rows = await search
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const { rows: jobs, nextCursor } = cutPage(rows.map(toJobRow), limit);
  return { jobs, nextCursor };
}

/** See `JobsRepository.listChanged`. */
export async function listChanged(
  { query }: JobsContext,
  ownerId: string,
  since: number,
  limit: number,
): Promise<readonly JobRow[]> {
  const rows = await query
    .selectFrom('jobs')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('updated_at', '>=', since)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map(toJobRow);
}

/** See `JobsRepository.countByStatus`. */
export async function countByStatus({
  query,
}: JobsContext): Promise<Readonly<Record<JobStatus, number>>> {
  const rows = await query
    .selectFrom('jobs')
    .select(['status', (expression) => expression.fn.countAll<number>().as('jobs')])
    .groupBy('status')
    .execute();
  const counts = new Map(rows.map((row) => [row.status, Number(row.jobs)]));
  return Object.fromEntries(
    jobStatusSchema.options.map((status) => [status, counts.get(status) ?? 0]),
  ) as Record<JobStatus, number>;
}
