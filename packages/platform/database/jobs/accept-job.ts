import { ProteusError } from '@proteus/contracts/errors.ts';
import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { Kysely } from 'kysely';
import { QUEUE_LOCK } from '../../queue/embedded/queue-lock.ts';
import type { JobRow, JobSubmission } from '../job-row.ts';
import type { JobsTable, Schema } from '../schema.ts';
import type { JobsContext } from './context.ts';
import { findIdempotentJob, recordIdempotency } from './idempotency.ts';
import { toJobRow } from './to-job-row.ts';

/** See `JobsRepository.accept`. */
export async function acceptJob(
  { database, query, queues, maxQueue, now }: JobsContext,
  submission: JobSubmission,
): Promise<{ readonly job: JobRow; readonly created: boolean }> {
  const { id, kind, ownerId, idempotency } = submission;
  const queue = queues[kind];
  const accepted = await query.transaction().execute(async (transaction) => {
    // What is looked up and counted here must still hold when it is written.
    await database.serialise(transaction, QUEUE_LOCK);
    const time = now();
    if (idempotency !== null) {
      const earlier = await findIdempotentJob(transaction, ownerId, idempotency, time);
      if (earlier !== null) return { job: await read(transaction, earlier), created: false };
    }
    if ((await countQueued(transaction, kind)) >= maxQueue) throw new ProteusError('QUEUE_FULL');
    const row = await transaction
      .insertInto('jobs')
      .values(newRow(submission, time))
      .returningAll()
      .executeTakeFirstOrThrow();
    if (idempotency !== null) {
      await recordIdempotency(transaction, ownerId, idempotency, id, time);
    }
    await queue.addWithin(transaction, id);
    return { job: toJobRow(row), created: true };
  });
  if (accepted.created) await queue.follow(id, 'added');
  return accepted;
}

async function countQueued(query: Kysely<Schema>, kind: JobKind): Promise<number> {
  const { queued } = await query
    .selectFrom('jobs')
    .select((expression) => expression.fn.countAll<number>().as('queued'))
    .where('status', '=', 'queued')
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return Number(queued);
}

async function read(query: Kysely<Schema>, id: string): Promise<JobRow> {
  const row = await query
    .selectFrom('jobs')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return toJobRow(row);
}

function newRow(submission: JobSubmission, time: number): JobsTable {
  return {
    id: submission.id,
    kind: submission.kind,
    owner_id: submission.ownerId,
    status: 'queued',
    stage: null,
    progress: 0,
    category: submission.category,
    seed: submission.seed,
    options: JSON.stringify(submission.options),
    config: JSON.stringify(submission.config),
    corrections: JSON.stringify(submission.corrections),
    person_key: submission.person?.key ?? null,
    person_hash: submission.person?.hash ?? null,
    garment_key: submission.garment.key,
    garment_hash: submission.garment.hash,
    garment_side_key: submission.garmentSide?.key ?? null,
    garment_side_hash: submission.garmentSide?.hash ?? null,
    attempts: 0,
    failures: 0,
    lease_token: null,
    work_key: null,
    cached: 0,
    result_key: null,
    result_type: null,
    quality: null,
    warnings: '[]',
    timings: '{}',
    artifacts: '[]',
    error_code: null,
    error_message: null,
    error_stage: null,
    created_at: time,
    updated_at: time,
    started_at: null,
    finished_at: null,
    cancel_requested_at: null,
    result_removed_at: null,
  };
}
