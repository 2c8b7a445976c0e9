import type { JobQueues } from '../queue/job-queues.ts';
import type { LinkedQueue } from '../queue/linked-queue.ts';
import type { Database } from './database.ts';
import { acceptJob } from './jobs/accept-job.ts';
import type { JobsContext } from './jobs/context.ts';
import { countUsed } from './jobs/count-used.ts';
import { eraseJob } from './jobs/erase-job.ts';
import { countByStatus, findEqualWork, findJob, listChanged, listJobs } from './jobs/find-jobs.ts';
import { findIdempotentJob, forgetOldIdempotencyKeys } from './jobs/idempotency.ts';
import { measureWait } from './jobs/measure-wait.ts';
import { queuePositions } from './jobs/queue-positions.ts';
import { findExpired, markResultRemoved } from './jobs/retention.ts';
import { cancelJob, retryJob } from './jobs/steer-job.ts';
import {
  completeJob,
  failJob,
  markCanceled,
  markRunning,
  putJobBack,
  setProgress,
} from './jobs/work-on-job.ts';
import type { JobsRepository } from './jobs-repository.ts';

export interface JobsRepositoryOptions {
  readonly database: Database;
  readonly queues: JobQueues<LinkedQueue>;
  /** Jobs that may wait in one queue; more are refused. */
  readonly maxQueue: number;
  /** Milliseconds since the epoch; the clock when left out. */
  readonly now?: () => number;
}

/** The jobs' rows in a database that `migrateUp` has brought up to date. */
export function createJobsRepository({
  database,
  queues,
  maxQueue,
  now = Date.now,
}: JobsRepositoryOptions): JobsRepository {
  const context: JobsContext = { database, query: database.query, queues, maxQueue, now };
  return {
    accept: (submission) => acceptJob(context, submission),
    async findIdempotent(ownerId, idempotency) {
      const id = await findIdempotentJob(context.query, ownerId, idempotency, now());
      return id === null ? null : findJob(context, id);
    },
    find: (id) => findJob(context, id),
    findOwned: (id, ownerId) => findJob(context, id, ownerId),
    findEqualWork: (workKey, ownerId) => findEqualWork(context, workKey, ownerId),
    list: (query) => listJobs(context, query),
    listChanged: (ownerId, since, limit) => listChanged(context, ownerId, since, limit),
    queuePositions: (ids) => queuePositions(context, ids),
    markRunning: (lease) => markRunning(context, lease),
    setProgress: (lease, progress) => setProgress(context, lease, progress),
    complete: (lease, result) => completeJob(context, lease, result),
    fail: (lease, error) => failJob(context, lease, error),
    putBack: (lease, error) => putJobBack(context, lease, error),
    markCanceled: (lease) => markCanceled(context, lease),
    cancel: (id) => cancelJob(context, id),
    retry: (id) => retryJob(context, id),
    erase: (id) => eraseJob(context, id),
    measureWait: (kind, since) => measureWait(context, kind, since),
    countByStatus: () => countByStatus(context),
    countUsed: (ownerId, since) => countUsed(context, ownerId, since),
    findExpired: (finishedBefore, limit) => findExpired(context, finishedBefore, limit),
    markResultRemoved: (id) => markResultRemoved(context, id),
    forgetOldIdempotencyKeys: () => forgetOldIdempotencyKeys(context.query, now()),
  };
}
