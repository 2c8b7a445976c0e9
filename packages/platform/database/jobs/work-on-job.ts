import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import { expressionBuilder, type UpdateObject } from 'kysely';
import type { Lease } from '../../queue/job-queue.ts';
import type { JobError, JobResult } from '../job-row.ts';
import type { Schema } from '../schema.ts';
import type { JobsContext } from './context.ts';

/** See `JobsRepository.markRunning`. */
export async function markRunning(
  { query, now }: JobsContext,
  { jobId, token }: Lease,
): Promise<boolean> {
  const time = now();
  const workable = query
    .updateTable('jobs')
    .where('id', '=', jobId)
    .where('status', 'in', ['queued', 'running']);
  const begun = await workable
    .where('cancel_requested_at', 'is', null)
    .set(({ eb }) => ({
      status: 'running',
      lease_token: token,
      attempts: eb('attempts', '+', 1),
      stage: null,
      progress: 0,
      updated_at: time,
      started_at: time,
    }))
    .executeTakeFirst();
  if (begun.numUpdatedRows > 0n) return true;
  // A request to cancel is never taken back, so that both need no transaction around them.
  await workable
    .where('cancel_requested_at', 'is not', null)
    .set({ status: 'canceled', lease_token: null, updated_at: time, finished_at: time })
    .execute();
  return false;
}

/** See `JobsRepository.setProgress`. */
export async function setProgress(
  context: JobsContext,
  lease: Lease,
  { stage, progress }: StageProgress,
): Promise<boolean> {
  return update(context, lease, { stage, progress }, 'unless-cancel-requested');
}

/** See `JobsRepository.complete`. */
export async function completeJob(
  context: JobsContext,
  lease: Lease,
  result: JobResult,
): Promise<boolean> {
  const completed = {
    ...ended(context, 'completed'),
    stage: null,
    progress: 1,
    work_key: result.workKey,
    cached: result.cached ? 1 : 0,
    result_key: result.resultKey,
    result_type: result.resultType,
    quality: result.quality === null ? null : JSON.stringify(result.quality),
    warnings: JSON.stringify(result.warnings),
    timings: JSON.stringify(result.timings),
    artifacts: JSON.stringify(result.artifacts),
    error_code: null,
    error_message: null,
    error_stage: null,
  };
  return update(context, lease, completed, 'unless-cancel-requested');
}

/** See `JobsRepository.fail`. */
export async function failJob(
  context: JobsContext,
  lease: Lease,
  error: JobError,
): Promise<boolean> {
  return update(context, lease, { ...ended(context, 'failed'), ...errorColumns(error) });
}

/** See `JobsRepository.putBack`. */
export async function putJobBack(
  context: JobsContext,
  lease: Lease,
  error: JobError | null,
): Promise<boolean> {
  const queued = { status: 'queued', stage: null, progress: 0, lease_token: null };
  const { eb } = expressionBuilder<Schema, 'jobs'>();
  const counted =
    error === null
      ? { attempts: eb('attempts', '-', 1) }
      : { failures: eb('failures', '+', 1), ...errorColumns(error) };
  return update(context, lease, { ...queued, ...counted }, 'unless-cancel-requested');
}

/** See `JobsRepository.markCanceled`. */
export async function markCanceled(context: JobsContext, lease: Lease): Promise<boolean> {
  return update(context, lease, ended(context, 'canceled'));
}

function ended({ now }: JobsContext, status: 'completed' | 'failed' | 'canceled') {
  return { status, lease_token: null, finished_at: now() };
}

function errorColumns({ code, message, stage }: JobError) {
  return { error_code: code, error_message: message, error_stage: stage };
}

async function update(
  { query, now }: JobsContext,
  { jobId, token }: Lease,
  change: UpdateObject<Schema, 'jobs'>,
  condition?: 'unless-cancel-requested',
): Promise<boolean> {
  let statement = query
    .updateTable('jobs')
    .set({ ...change, updated_at: now() })
    .where('id', '=', jobId)
    .where('status', '=', 'running')
    .where('lease_token', '=', token);
  if (condition !== undefined) statement = statement.where('cancel_requested_at', 'is', null);
  const { numUpdatedRows } = await statement.executeTakeFirst();
  return numUpdatedRows > 0n;
}
