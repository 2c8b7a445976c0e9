import type { Category } from '@proteus/contracts/jobs/category.ts';
import type { ExpressionBuilder, UpdateObject } from 'kysely';
import { createJobId as createId } from '../create-job-id.ts';
import type { Database } from '../database.ts';
import { afterCursor, cutPage } from '../page-cursor.ts';
import type { Schema, VtonsTable } from '../schema.ts';
import type { VtonChanges, VtonRow, VtonsRepository } from './vtons-repository.ts';

/** @param now milliseconds since the epoch; the clock when left out. */
export function createVtonsRepository(
  { query }: Database,
  now: () => number = Date.now,
): VtonsRepository {
  return {
    async create(userId, name, changes) {
      const time = now();
      const row: VtonsTable = {
        id: createId(),
        user_id: userId,
        name,
        category: 'auto',
        user_snap_key: null,
        outfit_key: null,
        job_id: null,
        tailor_job_id: null,
        created_at: time,
        updated_at: time,
        ...columnsOf(changes),
      };
      await query.insertInto('vtons').values(row).execute();
      return toVtonRow(row);
    },
    async find(id, userId) {
      const row = await query
        .selectFrom('vtons')
        .selectAll()
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row === undefined ? null : toVtonRow(row);
    },
    async findIdByJob(jobId, userId) {
      const row = await query
        .selectFrom('vtons')
        .select('id')
        .where('user_id', '=', userId)
        .where(({ eb, or }) => or([eb('job_id', '=', jobId), eb('tailor_job_id', '=', jobId)]))
        .executeTakeFirst();
      return row?.id ?? null;
    },
    async usesKey(userId, key) {
      const row = await query
        .selectFrom('vtons')
        .select('id')
        .where('user_id', '=', userId)
        .where(({ eb, or }) => or([eb('user_snap_key', '=', key), eb('outfit_key', '=', key)]))
        .executeTakeFirst();
      return row !== undefined;
    },
    async list(userId, cursor, limit) {
      let search = query.selectFrom('vtons').selectAll().where('user_id', '=', userId);
      if (cursor !== undefined) search = search.where(afterCursor(cursor));
      const rows = await search
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      const { rows: vtons, nextCursor } = cutPage(rows.map(toVtonRow), limit);
      return { vtons, nextCursor };
    },
    async update(id, userId, changes) {
      const row = await query
        .updateTable('vtons')
        .set((build) => ({
          ...withoutStaleCut(build, columnsOf(changes)),
          updated_at: now(),
        }))
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toVtonRow(row);
    },
    async remove(id, userId) {
      const row = await query
        .deleteFrom('vtons')
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toVtonRow(row);
    },
  };
}

function columnsOf(changes: VtonChanges): Partial<VtonsTable> {
  const columns = {
    name: changes.name,
    category: changes.category,
    user_snap_key: changes.userSnapKey,
    outfit_key: changes.outfitKey,
    job_id: changes.jobId,
    tailor_job_id: changes.tailorJobId,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** Another outfit's cut-out is none of this one's. */
function withoutStaleCut(
  { eb }: ExpressionBuilder<Schema, 'vtons'>,
  columns: Partial<VtonsTable>,
): UpdateObject<Schema, 'vtons'> {
  const { outfit_key: outfit, tailor_job_id: tailorJob } = columns;
  if (outfit === undefined || tailorJob !== undefined) return columns;
  const isSame = outfit === null ? eb('outfit_key', 'is', null) : eb('outfit_key', '=', outfit);
  const kept = eb.case().when(isSame).then(eb.ref('tailor_job_id')).else(null).end();
  return { ...columns, tailor_job_id: kept };
}

function toVtonRow(row: VtonsTable): VtonRow {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    category: row.category as Category,
    userSnapKey: row.user_snap_key,
    outfitKey: row.outfit_key,
    jobId: row.job_id,
    tailorJobId: row.tailor_job_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
