import { type ErrorCode, ProteusError } from '@proteus/contracts/errors.ts';
import { jobInputKey } from '@proteus/contracts/jobs/job-keys.ts';
import type { StoredPicture } from '@proteus/platform/database/job-row.ts';
import type { GatewayContext } from '../context.ts';
import { withTimeLimit } from '../http/time-limit.ts';
import type { SubmittedPicture } from './submit-job.ts';

/** How long a picture may wait for its turn and its decoding. */
const INTAKE_TIME_LIMIT_MS = 60_000;

/**
 * Checks a submitted picture, makes it safe to keep and stores it.
 *
 * @throws {ProteusError} what is wrong with the picture, naming its field; TOO_MANY_UPLOADS when
 *   its turn did not come in time.
 */
export async function storePicture(
  context: GatewayContext,
  jobId: string,
  picture: SubmittedPicture,
  signal: AbortSignal,
): Promise<StoredPicture> {
  const key = jobInputKey(jobId, picture.input);
  try {
    return await withTimeLimit(
      INTAKE_TIME_LIMIT_MS,
      signal,
      (limited) => storeSafely(context, key, picture, limited),
      (cause) => new ProteusError('TOO_MANY_UPLOADS', { cause }),
    );
  } catch (error) {
    throw namingField(error, picture.field);
  }
}

async function storeSafely(
  { intake, pictures, store }: GatewayContext,
  key: string,
  picture: SubmittedPicture,
  signal: AbortSignal,
): Promise<StoredPicture> {
  const release = await intake.acquire(signal);
  try {
    const bytes = await picture.read(signal);
    await pictures.inspect(bytes);
    const normalised = await pictures.normalise(bytes, signal);
    await store.put(key, normalised.bytes, normalised.contentType, signal);
    return { key, hash: normalised.sha256 };
  } finally {
    release();
  }
}

/** What it says of a picture when the process that decoded it did not survive it. */
const DECODING_ENDED: Readonly<Record<string, ErrorCode>> = {
  ENGINE_CRASHED: 'IMAGE_UNREADABLE',
  ENGINE_TIMEOUT: 'IMAGE_DECODE_LIMIT',
  ENGINE_MEMORY: 'IMAGE_DECODE_LIMIT',
};

/** With two or three pictures in one request, the client must learn which one is meant. */
function namingField(error: unknown, field: string): unknown {
  if (!(error instanceof ProteusError)) return error;
  const verdict = DECODING_ENDED[error.code];
  const told = verdict ? new ProteusError(verdict, { cause: error }) : error;
  if (told.details || !/^(IMAGE|URL)_/.test(told.code)) return told;
  const { code, message } = told;
  return new ProteusError(code, { message, details: [{ path: field, message }], cause: error });
}
