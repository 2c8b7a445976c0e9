import { S3Client } from '@aws-sdk/client-s3';
import type { S3Options } from './s3-options.ts';

/** A server that is away is noticed this soon. */
const CONNECT_TIMEOUT_MS = 2_000;
/** Silence on an open connection. */
const SILENCE_MS = 10_000;
const ATTEMPTS = 3;
const MAX_SOCKETS = 64;

/** A client of any server that speaks S3, also of those that do not know AWS's newer checksums. */
export function createS3Client({
  region,
  endpoint,
  forcePathStyle,
  credentials,
}: S3Options): S3Client {
  return new S3Client({
    region,
    forcePathStyle,
    maxAttempts: ATTEMPTS,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: SILENCE_MS,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: MAX_SOCKETS },
      httpsAgent: { maxSockets: MAX_SOCKETS },
    },
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials !== undefined && { credentials }),
  });
}
