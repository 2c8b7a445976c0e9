import { submissionOptionsSchema } from '@proteus/contracts/api/jobs.ts';
import type { TailorJob, WeaverJob } from '@proteus/contracts/api/vtons.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { JobInput } from '@proteus/contracts/jobs/job-keys.ts';
import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import type { VtonChanges, VtonRow } from '@proteus/platform/database/vtons/vtons-repository.ts';
import type { GatewayContext } from '../../context.ts';
import { submitJob } from '../submit-job.ts';
import { readUpload, requireUploads } from './require-upload.ts';

/** One of the user's uploads, under the name that the request has for it. */
interface NamedUpload {
  readonly input: JobInput;
  readonly field: string;
  readonly key: string;
}

/** What is done for a try-on of the app, and how its row then shows it. */
interface Order {
  readonly kind: JobKind;
  readonly vtonId: string;
  readonly uploads: readonly NamedUpload[];
  /** The job of this kind that the try-on had before. */
  readonly before: (vton: VtonRow) => string | null;
  readonly after: (jobId: string) => VtonChanges;
}

/** Has a garment tried on. @throws {ProteusError} as `handIn` does; PROVIDER_DISABLED. */
export async function handInToWeaver(
  context: GatewayContext,
  userId: string,
  { vton_id: vtonId, user_snap_s3: snap, uncleaned_outfit_s3: outfit }: WeaverJob,
  signal: AbortSignal,
): Promise<JobRow> {
  const order: Order = {
    kind: 'weaver',
    vtonId,
    uploads: [
      { input: 'person', field: 'user_snap_s3', key: snap },
      { input: 'garment', field: 'uncleaned_outfit_s3', key: outfit },
    ],
    before: ({ jobId }) => jobId,
    after: (jobId) => ({ jobId, userSnapKey: snap, outfitKey: outfit }),
  };
  return await handIn(context, userId, order, signal);
}

/** Has an outfit cut out of its photo. @throws {ProteusError} as `handIn` does. */
export async function handInToTailor(
  context: GatewayContext,
  userId: string,
  { vton_id: vtonId, uncleaned_outfit_s3: outfit }: TailorJob,
  signal: AbortSignal,
): Promise<JobRow> {
  const order: Order = {
    kind: 'tailor',
    vtonId,
    uploads: [{ input: 'garment', field: 'uncleaned_outfit_s3', key: outfit }],
    before: ({ tailorJobId }) => tailorJobId,
    after: (tailorJobId) => ({ tailorJobId, outfitKey: outfit }),
  };
  return await handIn(context, userId, order, signal);
}

/**
 * Hands a try-on of the app to the workers. Its earlier job of the same kind, if it is still under way, is
 * canceled: a try-on shows one result.
 *
 * @throws {ProteusError} NOT_FOUND when the try-on or an upload is not the user's, UPLOAD_MISSING,
 *   or what `submitJob` throws.
 */
async function handIn(
  context: GatewayContext,
  userId: string,
  { kind, vtonId, uploads, before, after }: Order,
  signal: AbortSignal,
): Promise<JobRow> {
  const { vtons, jobs } = context;
  const vton = await vtons.find(vtonId, userId);
  if (vton === null) throw new ProteusError('NOT_FOUND', { message: 'There is no such try-on.' });
  requireUploads(userId, Object.fromEntries(uploads.map(({ field, key }) => [field, key])));
  const show = async ({ id: jobId }: JobRow) => {
    const updated = await vtons.update(vtonId, userId, after(jobId));
    const outdated = updated === null ? jobId : before(vton);
    if (outdated !== null) await jobs.cancel(outdated);
  };
  const { job } = await submitJob(
    context,
    {
      kind,
      ownerId: userId,
      options: submissionOptionsSchema.parse({ category: vton.category }),
      idempotency: null,
      onAccepted: show,
      pictures: uploads.map(({ input, field, key }) => ({
        input,
        field,
        read: (limited) => readUpload(context, key, limited),
      })),
    },
    signal,
  );
  return job;
}
