import { jobInputKey } from '@proteus/contracts/jobs/job-keys.ts';
import type { StoredPicture } from '@proteus/platform/database/job-row.ts';
import type { GatewayContext } from '../context.ts';
import type { SubmittedPicture } from './submit-job.ts';
import { takeInPicture } from './take-in-picture.ts';

/** Takes a submitted picture in and stores it. @throws {ProteusError} as `takeInPicture` does. */
export async function storePicture(
  context: GatewayContext,
  jobId: string,
  picture: SubmittedPicture,
  signal: AbortSignal,
): Promise<StoredPicture> {
  const key = jobInputKey(jobId, picture.input);
  return await takeInPicture(context, picture, signal, async (normalised, limited) => {
    await context.store.put(key, normalised.bytes, normalised.contentType, limited);
    return { key, hash: normalised.sha256 };
  });
}
