import type { ResultQuery } from '@proteus/contracts/api/results.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import type { GatewayContext } from '../context.ts';
import { entityTag } from '../http/entity-tag.ts';
import { withTimeLimit } from '../http/time-limit.ts';

/** How long writing a picture in another format may take, its turn included. */
const ENCODE_TIME_LIMIT_MS = 30_000;

/** A finished job's picture, and where it lies. */
export interface StoredResult {
  readonly key: string;
  readonly contentType: string;
}

/**
 * Where a job's result lies.
 *
 * @throws {ProteusError} JOB_NOT_FINISHED, JOB_HAS_NO_RESULT, RESULT_EXPIRED
 */
export function requireResult(job: JobRow): StoredResult {
  if (!isFinal(job.status)) throw new ProteusError('JOB_NOT_FINISHED');
  if (job.resultRemovedAt !== null) throw new ProteusError('RESULT_EXPIRED');
  if (job.resultKey === null) {
    const why = job.errorCode ? `failed with ${job.errorCode}` : `was ${job.status}`;
    throw new ProteusError('JOB_HAS_NO_RESULT', { message: `The job ${why}; it has no result.` });
  }
  return { key: job.resultKey, contentType: job.resultType ?? 'image/png' };
}

/** The ETag of a result in one rendition; a completed job's picture never changes. */
export function resultTag(job: JobRow, { format, width }: ResultQuery): string {
  return entityTag(job.id, job.finishedAt, format ?? null, width ?? null);
}

/**
 * Reads a result, in the stored format or another one.
 *
 * @throws {ProteusError} RESULT_EXPIRED when its bytes are gone, NOT_READY when the picture's turn
 *   to be written did not come in time.
 */
export async function readResult(
  { store, pictures }: GatewayContext,
  { key, contentType }: StoredResult,
  { format, width }: ResultQuery,
  signal: AbortSignal,
): Promise<{ readonly bytes: Uint8Array; readonly contentType: string }> {
  const bytes = await readStored(store, key, signal);
  const sameFormat = format === undefined || contentType === `image/${format}`;
  if (sameFormat && width === undefined) return { bytes, contentType };
  return withTimeLimit(
    ENCODE_TIME_LIMIT_MS,
    signal,
    (limited) =>
      pictures.encode(bytes, { format: format ?? formatOf(contentType), width }, limited),
    (cause) => new ProteusError('NOT_READY', { cause }),
  );
}

/** @throws {ProteusError} RESULT_EXPIRED instead of NOT_FOUND: the row says that it was there. */
export async function readStored(
  store: GatewayContext['store'],
  key: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  try {
    return await store.get(key, signal);
  } catch (error) {
    if (error instanceof ProteusError && error.code === 'NOT_FOUND') {
      throw new ProteusError('RESULT_EXPIRED', { cause: error });
    }
    throw error;
  }
}

function formatOf(contentType: string): 'jpeg' | 'png' | 'webp' | 'avif' {
  const format = contentType.replace('image/', '');
  return format === 'jpeg' || format === 'webp' || format === 'avif' ? format : 'png';
}
