import { S3Client } from '@aws-sdk/client-s3';
import type { S3Options } from './s3-options.ts';

/** A server that is away is noticed this soon. */
const CONNECT_TIMEOUT_MS = 2_000;
/** Nothing comes and nothing goes on an open connection: whoever is frozen is noticed this soon. */
const SILENCE_MS = 4_000;
const ATTEMPTS = 3;
const MAX_SOCKETS = 64;

/** A client of any server that speaks S3, also of those that do not know AWS's newer checksums. */
export function createS3Client({
  region,
  endpoint,
  forcePathStyle,
  credentials,
}: S3Options): S3Client {
  const client = new S3Client({
    region,
    forcePathStyle,
    maxAttempts: ATTEMPTS,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SILENCE_MS,
      httpAgent: { maxSockets: MAX_SOCKETS },
      httpsAgent: { maxSockets: MAX_SOCKETS },
    },
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials !== undefined && { credentials }),
  });
  client.middlewareStack.add(
    (next) => async (request) => {
      try {
        return await next(request);
      } catch (error) {
        throw isSilence(error) ? new SilentServerError(error.message) : error;
      }
    },
    { step: 'deserialize', priority: 'high', name: 'askNoSilentServerAgain' },
  );
  return client;
}

/** A server that did not answer. AWS's client would ask it again, were it for the name of the error or its cause. */
class SilentServerError extends Error {
  override readonly name = 'SilentServerError';
}

/** Both limits above end so. */
function isSilence(error: unknown): error is Error {
  return error instanceof Error && error.name === 'TimeoutError';
}
