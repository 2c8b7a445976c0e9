import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobsContext } from './context.ts';

/** See `JobsRepository.measureWait`. Retried jobs waited for their owner too, and do not count. */
export async function measureWait(
  { query, now }: JobsContext,
  kind: JobKind,
  since: number,
): Promise<number> {
  const begun = await query
    .selectFrom('jobs')
    .select(({ fn, eb }) => [
      fn.avg<number | string | null>(eb('started_at', '-', eb.ref('created_at'))).as('wait'),
    ])
    .where('started_at', '>=', since)
    .where('attempts', '=', 1)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (begun?.wait != null) return Number(begun.wait);
  const oldest = await query
    .selectFrom('jobs')
    .select(({ fn }) => [fn.min('created_at').as('createdAt')])
    .where('status', '=', 'queued')
    .where('kind', '=', kind)
    .executeTakeFirst();
  return oldest?.createdAt == null ? 0 : Math.max(0, now() - Number(oldest.createdAt));
}
