import type { SubmissionOptions } from '@proteus/contracts/api/jobs.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { type JobInput, jobInputKey } from '@proteus/contracts/jobs/job-keys.ts';
import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import { createJobId } from '@proteus/platform/database/create-job-id.ts';
import type { Idempotency, JobRow, StoredPicture } from '@proteus/platform/database/job-row.ts';
import { deriveSeed } from '@proteus/platform/hashing/derive-seed.ts';
import type { GatewayContext } from '../context.ts';
import { announceJob } from './announce-job.ts';
import { jobConfiguration } from './job-configuration.ts';
import { storePicture } from './store-picture.ts';
import type { SentPicture } from './take-in-picture.ts';

/** A picture that came with a submission. */
export interface SubmittedPicture extends SentPicture {
  readonly input: JobInput;
}

export interface Submission {
  readonly kind: JobKind;
  readonly ownerId: string;
  readonly options: SubmissionOptions;
  readonly idempotency: Idempotency | null;
  /** For a try-on person and garment, perhaps more; for a tailor the garment. */
  readonly pictures: readonly SubmittedPicture[];
  /** Runs once the job is accepted, before anybody is told of it. */
  readonly onAccepted?: (job: JobRow) => Promise<void>;
}

/**
 * Accepts a job: its pictures are made safe and stored, then the row, the idempotency record and
 * the place in the queue are written in one transaction.
 *
 * @returns the job; `created` is false when the same key and body made it before.
 * @throws {ProteusError} PROVIDER_DISABLED, QUEUE_FULL, IDEMPOTENCY_MISMATCH, or what is wrong with a picture.
 */
export async function submitJob(
  context: GatewayContext,
  { kind, ownerId, options, idempotency, pictures, onAccepted }: Submission,
  signal: AbortSignal,
): Promise<{ readonly job: JobRow; readonly created: boolean }> {
  const { jobs, pipeline } = context;
  if (idempotency) {
    const job = await jobs.findIdempotent(ownerId, idempotency);
    if (job) return { job, created: false };
  }
  await requireCapacity(context, kind);

  const id = createJobId();
  const config = jobConfiguration(pipeline, options.options);
  let accepted = false;
  try {
    const stored = await storePictures(context, id, pictures, signal);
    const person = stored.get('person');
    const garment = stored.get('garment');
    if (!garment || (kind === 'weaver' && !person)) throw new ProteusError('IMAGE_MISSING');
    const { category, seed, garment_landmarks, person_mask, tuck } = options;
    const hashes = [...stored.values()].map(({ hash }) => hash);
    const outcome = await jobs.accept({
      id,
      kind,
      ownerId,
      category,
      corrections: { garment_landmarks, person_mask, tuck },
      seed: seed ?? deriveSeed({ pictures: hashes, category, config }),
      options: options.options,
      config,
      person: person ?? null,
      garment,
      garmentSide: stored.get('garment-side') ?? null,
      idempotency,
    });
    accepted = outcome.created;
    if (accepted) {
      context.metrics.jobCreated();
      await onAccepted?.(outcome.job);
      await announceJob(context, outcome.job);
    } else await removePictures(context, id, pictures);
    return outcome;
  } catch (error) {
    // A store that is away is not waited for once more: the janitor finds what it kept.
    const isAway = error instanceof ProteusError && error.code === 'STORAGE_UNAVAILABLE';
    if (!accepted && !isAway) await removePictures(context, id, pictures);
    throw error;
  }
}

/** @throws {ProteusError} PROVIDER_DISABLED, QUEUE_FULL */
export async function requireCapacity(context: GatewayContext, kind: JobKind): Promise<void> {
  const { pipeline, queues, settings } = context;
  if (kind === 'weaver' && !pipeline.vton.enabled) throw new ProteusError('PROVIDER_DISABLED');
  const { waiting } = await queues[kind].depth();
  if (waiting >= settings.MAX_QUEUE) throw new ProteusError('QUEUE_FULL');
}

async function storePictures(
  context: GatewayContext,
  jobId: string,
  pictures: readonly SubmittedPicture[],
  signal: AbortSignal,
): Promise<ReadonlyMap<JobInput, StoredPicture>> {
  const stored = new Map<JobInput, StoredPicture>();
  for (const picture of pictures) {
    stored.set(picture.input, await storePicture(context, jobId, picture, signal));
  }
  return stored;
}

/** Leaves nothing behind of a submission that became no job; its failure must not hide the reason. */
async function removePictures(
  { store, logger }: GatewayContext,
  jobId: string,
  pictures: readonly SubmittedPicture[],
): Promise<void> {
  const signal = AbortSignal.timeout(5_000);
  for (const { input } of pictures) {
    try {
      await store.remove(jobInputKey(jobId, input), signal);
    } catch (error) {
      logger.warn({ err: error, jobId, input }, 'a picture of a refused job was left behind');
    }
  }
}
