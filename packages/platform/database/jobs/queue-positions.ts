import type { JobsContext } from './context.ts';

/** See `JobsRepository.queuePositions`: no more rows are looked at than may wait. */
export async function queuePositions(
  { query }: JobsContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await query
    .selectFrom((from) =>
      from
        .selectFrom('jobs')
        .select(({ fn }) => [
          'id',
          fn
            .agg<number>('row_number')
            // A job that waits was changed last when it was queued.
            .over((over) => over.partitionBy('kind').orderBy('updated_at').orderBy('id'))
            .as('place'),
        ])
        .where('status', '=', 'queued')
        .as('line'),
    )
    .select(['id', 'place'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, place }) => [id, Number(place) - 1]));
}
