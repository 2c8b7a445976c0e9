import { S3ServiceException } from '@aws-sdk/client-s3';
import { ProteusError } from '@proteus/contracts/errors.ts';

/** One request, its repetitions included. */
const TIME_LIMIT_MS = 30_000;

/**
 * Asks the object store, for a limited time.
 *
 * @throws {ProteusError} NOT_FOUND for a key that is not there, STORAGE_UNAVAILABLE for everything else
 *   that the store says or does not say.
 * @throws the signal's reason when it aborts.
 */
export async function askStorage<Answer>(
  signal: AbortSignal,
  ask: (limited: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  signal.throwIfAborted();
  try {
    return await ask(AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]));
  } catch (error) {
    signal.throwIfAborted();
    const missing = error instanceof S3ServiceException && MISSING.includes(error.name);
    throw new ProteusError(missing ? 'NOT_FOUND' : 'STORAGE_UNAVAILABLE', { cause: error });
  }
}

/** A bucket that is not there (`NoSuchBucket`) is no missing object but a wrong setting. */
const MISSING = ['NoSuchKey', 'NotFound'];
