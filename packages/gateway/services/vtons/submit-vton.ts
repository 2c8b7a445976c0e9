import { submissionOptionsSchema } from '@proteus/contracts/api/jobs.ts';
import type { WeaverJob } from '@proteus/contracts/api/vtons.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import type { GatewayContext } from '../../context.ts';
import { submitJob } from '../submit-job.ts';
import { readUpload, requireUploads } from './require-upload.ts';

/**
 * Hands a try-on of the app to the workers. Its earlier job, if it is still under way, is canceled:
 * a try-on shows one result.
 *
 * @throws {ProteusError} NOT_FOUND when the try-on or an upload is not the user's, UPLOAD_MISSING,
 *   or what `submitJob` throws.
 */
export async function submitVton(
  context: GatewayContext,
  userId: string,
  { vton_id: vtonId, user_snap_s3, uncleaned_outfit_s3 }: WeaverJob,
  signal: AbortSignal,
): Promise<JobRow> {
  const { vtons, jobs } = context;
  const vton = await vtons.find(vtonId, userId);
  if (vton === null) throw new ProteusError('NOT_FOUND', { message: 'There is no such try-on.' });
  requireUploads(userId, { user_snap_s3, uncleaned_outfit_s3 });
  const from = (key: string) => (limited: AbortSignal) => readUpload(context, key, limited);
  const show = async ({ id: jobId }: JobRow) => {
    const changes = { jobId, userSnapKey: user_snap_s3, outfitKey: uncleaned_outfit_s3 };
    const updated = await vtons.update(vtonId, userId, changes);
    if (updated === null) await jobs.cancel(jobId);
    else if (vton.jobId !== null) await jobs.cancel(vton.jobId);
  };
  const { job } = await submitJob(
    context,
    {
      ownerId: userId,
      options: submissionOptionsSchema.parse({ category: vton.category }),
      idempotency: null,
      onAccepted: show,
      pictures: [
        { input: 'person', field: 'user_snap_s3', read: from(user_snap_s3) },
        { input: 'garment', field: 'uncleaned_outfit_s3', read: from(uncleaned_outfit_s3) },
      ],
    },
    signal,
  );
  return job;
}
