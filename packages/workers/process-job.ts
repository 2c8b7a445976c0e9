import { type ErrorCode, ProteusError } from '@proteus/contracts/errors.ts';
import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import { jobArtifactKey, jobResultKey } from '@proteus/contracts/jobs/job-keys.ts';
import { JOB_TYPES } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobMetrics } from '@proteus/contracts/jobs/job-metrics.ts';
import { STAGES, type Stage } from '@proteus/contracts/jobs/stage.ts';
import type { JobResult, JobRow } from '@proteus/platform/database/job-row.ts';
import type { JobsRepository } from '@proteus/platform/database/jobs-repository.ts';
import type { JobEventBus } from '@proteus/platform/events/job-event-bus.ts';
import type { Leases } from '@proteus/platform/leases/leases.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import type { JobQueue, Lease } from '@proteus/platform/queue/job-queue.ts';
import type { ObjectStore } from '@proteus/platform/storage/object-store.ts';
import { BrokenPassError } from './engine/broken-pass-error.ts';
import { inOrder } from './in-order.ts';
import { JobMonitor } from './job-monitor.ts';
import { onlyOnce } from './only-once.ts';
import { retryDelay } from './retry-delay.ts';
import { reuseResult, workKeyOf } from './reuse-result.ts';
import type { WorkUnderPolicy } from './under-policy.ts';
import type { Work, WorkOutcome } from './work.ts';

export interface ProcessJobContext {
  readonly jobs: JobsRepository;
  readonly queue: JobQueue;
  readonly store: ObjectStore;
  readonly events: JobEventBus;
  readonly metrics: JobMetrics;
  readonly logger: Logger;
  readonly work: Work;
  /** For work that is done by one of many. */
  readonly leases: Leases;
  readonly leaseMs: number;
  readonly maxAttempts: number;
  /** `pipelineVersion`, when finished work may be used again; null = every job is done anew. */
  readonly reuseVersion: string | null;
  /** After this long a job does not wait for another's result any longer, milliseconds. */
  readonly patienceMs: number;
  /**
   * Hears when a job begins to wait for something else than an engine (another's result, or that its own is stored), and
   * when that is over.
   */
  readonly onWait: (waits: boolean) => void;
  /** Aborts when the process has no time left; the job is then handed back. */
  readonly shutdown: AbortSignal;
}

/** Reading and writing pictures must not hang a job. */
const STORE_LIMIT_MS = 30_000;

/**
 * Beginnings after which a job is given up unseen. A killed server is no fault of the job, so this is far
 * above `maxAttempts`, which counts failures of engines; it only stops a job that kills every server.
 */
const MOST_BEGINNINGS = 20;

/** Services that are away: the job waits for them as long as it takes, which counts as no failure of it. */
const OUTAGES: readonly ErrorCode[] = [
  'DATABASE_UNAVAILABLE',
  'QUEUE_UNAVAILABLE',
  'STORAGE_UNAVAILABLE',
];
/** A job is tried again this soon after a service has come back. */
const LONGEST_OUTAGE_PAUSE_MS = 5_000;

/** Failures of ours, not of the pictures: the next attempt may succeed. */
const WORTH_RETRYING: readonly ErrorCode[] = [
  'INTERNAL',
  'NOT_READY',
  'QUEUE_FULL',
  'ENGINE_CRASHED',
];

/**
 * Brings one leased job to an end: completed, failed, canceled, or back in the queue. Never throws
 * for what the job does; it throws when the database or the queue is away, and then the lease runs out.
 */
export async function processJob(lease: Lease, given: ProcessJobContext): Promise<void> {
  const context = { ...given, events: inOrder(given.events) };
  const { jobs, queue, work } = context;
  const job = await jobs.find(lease.jobId);
  if (job?.kind !== work.kind || !(await jobs.markRunning(lease))) {
    await queue.complete(lease);
    return;
  }
  if (job.attempts >= MOST_BEGINNINGS) {
    await fail(job, lease, new ProteusError('ENGINE_CRASHED'), context);
    return;
  }
  context.metrics.jobStarted(Date.now() - job.createdAt);
  // The work need not wait until everybody has heard of it.
  const told = publish(context, job, { status: 'running' });
  const monitor = new JobMonitor({
    jobs,
    queue,
    lease,
    leaseMs: context.leaseMs,
    shutdown: context.shutdown,
    onProgress: ({ stage, progress }) =>
      publish(context, job, { status: 'running', stage, progress }),
  });
  try {
    await doWork(job, lease, monitor, context);
  } catch (thrown) {
    const error =
      thrown instanceof ProteusError ? thrown : new ProteusError('INTERNAL', { cause: thrown });
    await giveUp(job, lease, error, monitor, context);
  } finally {
    await monitor.close();
    await told;
  }
}

/** Completes a job with what its work gives, or with what was made of the same work by another. */
async function doWork(
  job: JobRow,
  lease: Lease,
  monitor: JobMonitor,
  context: ProcessJobContext,
): Promise<void> {
  const { work, metrics, reuseVersion } = context;
  const plan = await work.plan(job);
  const workKey = reuseVersion && workKeyOf(plan.job, reuseVersion);
  const doIt = async () => {
    if (workKey !== null) metrics.cacheAsked('result', 'miss');
    await complete(job, lease, await makeResult(plan, workKey, monitor, context), context);
  };
  if (workKey === null) return await doIt();
  const earlier = await doOnce(plan.job, lease, workKey, doIt, monitor, context);
  if (earlier === null) return;
  metrics.cacheAsked('result', 'hit');
  await complete(job, lease, earlier, context);
}

/** @returns what another job of this work was given; null when it was done here. */
function doOnce(
  job: JobRow,
  lease: Lease,
  workKey: string,
  work: () => Promise<void>,
  { signal }: JobMonitor,
  context: ProcessJobContext,
): Promise<JobResult | null> {
  const { leases, events, patienceMs, onWait } = context;
  const find = () => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(STORE_LIMIT_MS)]);
    return reuseResult(job, workKey, context, limited);
  };
  const { ownerId } = job;
  const name = `work:${ownerId}:${workKey}`;
  return onlyOnce(
    { name, holder: lease.token, ownerId, find, work },
    { leases, events, patienceMs, onWait, signal },
  );
}

async function makeResult(
  { job, warnings }: WorkUnderPolicy,
  workKey: string | null,
  monitor: JobMonitor,
  context: ProcessJobContext,
): Promise<JobResult> {
  const { work, store, onWait } = context;
  const limited = AbortSignal.any([monitor.signal, AbortSignal.timeout(STORE_LIMIT_MS)]);
  const done = await work.run(job, (key) => store.get(key, limited), {
    signal: monitor.signal,
    onProgress: (progress) => monitor.report(progress),
  });
  const outcome = { ...done, warnings: [...done.warnings, ...warnings] };
  // The next job's work may begin while this one's result goes its way.
  onWait(true);
  try {
    return await storeResult(job, workKey, outcome, context);
  } finally {
    onWait(false);
  }
}

/** Keys are made of the job's id, so that a second run replaces the first one's objects. */
async function storeResult(
  job: JobRow,
  workKey: string | null,
  outcome: WorkOutcome,
  { store, metrics }: ProcessJobContext,
): Promise<JobResult> {
  const signal = AbortSignal.timeout(STORE_LIMIT_MS);
  for (const { name, picture } of outcome.artifacts) {
    await store.put(jobArtifactKey(job.id, name), picture, 'image/png', signal);
  }
  const result: JobResult = {
    workKey,
    cached: false,
    resultKey: jobResultKey(job.id),
    resultType: 'image/png',
    quality: outcome.quality,
    warnings: outcome.warnings,
    timings: outcome.timings,
    artifacts: outcome.artifacts.map(({ name }) => name),
  };
  await store.put(result.resultKey, outcome.picture, result.resultType, signal);
  for (const kind of ['person', 'garment'] as const) {
    const lookup = outcome.lookups[kind];
    if (lookup !== undefined) metrics.cacheAsked(kind, lookup);
  }
  return result;
}

async function complete(
  job: JobRow,
  lease: Lease,
  result: JobResult,
  context: ProcessJobContext,
): Promise<void> {
  const { jobs, queue, metrics } = context;
  if (await jobs.complete(lease, result)) {
    metrics.jobCompleted({ timings: result.timings, quality: result.quality });
    await Promise.all([
      publish(context, job, { status: 'completed', progress: 1 }),
      queue.complete(lease),
    ]);
    return;
  }
  await cancelOrLeave(job, lease, context);
  await queue.complete(lease);
}

async function giveUp(
  job: JobRow,
  lease: Lease,
  error: ProteusError,
  monitor: JobMonitor,
  context: ProcessJobContext,
): Promise<void> {
  const { jobs, queue, logger, maxAttempts } = context;
  const failures = job.failures + 1;
  if (monitor.stopReason === 'lease-lost') return;
  if (monitor.stopReason === 'cancel-requested') {
    await cancelOrLeave(job, lease, context);
    await queue.complete(lease);
  } else if (monitor.stopReason === 'shutdown') {
    await jobs.putBack(lease, null);
    await queue.release(lease, 0);
    await publish(context, job, { status: 'queued' });
  } else if (OUTAGES.includes(error.code)) {
    logger.warn({ job: job.id, err: error }, 'a job waits until a service is back');
    await waitForService(job, lease, context);
  } else if (mayTryAgain(error, failures, maxAttempts)) {
    logger.warn({ job: job.id, failures, err: error }, 'a job will be tried again');
    await jobs.putBack(lease, jobError(error));
    await queue.release(lease, retryDelay(failures));
    await publish(context, job, { status: 'queued' });
  } else await fail(job, lease, error, context);
}

/** Nothing is waited for when the service went away after the job's end was written. */
async function waitForService(
  job: JobRow,
  lease: Lease,
  context: ProcessJobContext,
): Promise<void> {
  const { jobs, queue } = context;
  if (await jobs.putBack(lease, null)) {
    await queue.release(lease, Math.min(retryDelay(lease.attempt), LONGEST_OUTAGE_PAUSE_MS));
    await publish(context, job, { status: 'queued' });
  } else {
    await cancelOrLeave(job, lease, context);
    await queue.complete(lease);
  }
}

/** A job whose pass broke may be blameless; the next attempt is made alone, and cannot end so again. */
function mayTryAgain(error: ProteusError, failures: number, maxAttempts: number): boolean {
  if (error instanceof BrokenPassError) return true;
  return WORTH_RETRYING.includes(error.code) && failures < maxAttempts;
}

async function fail(
  job: JobRow,
  lease: Lease,
  error: ProteusError,
  context: ProcessJobContext,
): Promise<void> {
  const { jobs, queue, metrics, logger } = context;
  if (await jobs.fail(lease, jobError(error))) {
    // Refusals of a picture are the daily bread; what broke on our side deserves a look.
    logger[error.status >= 500 ? 'error' : 'info']({ job: job.id, err: error }, 'a job failed');
    metrics.jobFailed(error.code);
    await publish(context, job, { status: 'failed', error_code: error.code });
  } else await cancelOrLeave(job, lease, context);
  await queue.complete(lease);
}

/** The row refused our end: its owner canceled it in the meantime, or it is no longer ours. */
async function cancelOrLeave(job: JobRow, lease: Lease, context: ProcessJobContext): Promise<void> {
  if (!(await context.jobs.markCanceled(lease))) return;
  await publish(context, job, { status: 'canceled' });
  await context.store.remove(jobResultKey(job.id), AbortSignal.timeout(STORE_LIMIT_MS));
}

function jobError(error: ProteusError): { code: string; message: string; stage: Stage | null } {
  const stage = STAGES.find((name) => name === error.stage) ?? null;
  return { code: error.code, message: error.message, stage };
}

/** A listener that could not be told is no reason to fail a job: the row is the truth. */
async function publish(
  { events, logger }: ProcessJobContext,
  job: JobRow,
  change: Pick<JobEvent, 'status'> & Partial<JobEvent>,
): Promise<void> {
  const nothing = { stage: null, progress: 0, error_code: null };
  try {
    const job_type = JOB_TYPES[job.kind];
    await events.publish({
      job_id: job.id,
      job_type,
      owner_id: job.ownerId,
      ...nothing,
      ...change,
    });
  } catch (error) {
    logger.warn({ job: job.id, err: error }, 'a job event was not published');
  }
}
