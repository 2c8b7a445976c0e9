import type { JobAccepted, JobView } from '@proteus/contracts/api/jobs.ts';
import type { Category } from '@proteus/contracts/jobs/category.ts';
import { toApiError, unreachable } from './api-error.ts';

const UPLOAD_LIMIT_MS = 120_000;
const READ_LIMIT_MS = 40_000;
const LONG_POLL_SECONDS = 25;

export interface Submission {
  readonly person: Blob;
  readonly garment: Blob;
  readonly category: Category;
}

/**
 * Uploads both photos.
 *
 * @param onUpload hears the share that was sent, 0 to 1 (fetch cannot tell it, hence the older API).
 */
export function submitTryOn(
  { person, garment, category }: Submission,
  onUpload: (share: number) => void,
  signal: AbortSignal,
): Promise<JobAccepted> {
  const form = new FormData();
  form.set('category', category);
  form.set('user_image', person, 'person');
  form.set('garment_front', garment, 'garment');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/v1/jobs/tryon');
    request.responseType = 'json';
    request.timeout = UPLOAD_LIMIT_MS;
    request.upload.onprogress = ({ loaded, total }) => onUpload(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 202) resolve(request.response as JobAccepted);
      else reject(toApiError(request.status, request.response));
    };
    request.onerror = () => reject(unreachable());
    request.ontimeout = () => reject(unreachable());
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

/** A job, and the tag that names this very state of it. */
export interface JobState {
  readonly job: JobView;
  readonly tag: string | null;
}

/** The job as it is now, or, when a state is known, as soon as it is another one. */
export async function readJob(
  jobId: string,
  known: JobState | null,
  signal: AbortSignal,
): Promise<JobState> {
  const answer = await fetch(
    `/v1/jobs/${encodeURIComponent(jobId)}${known === null ? '' : `?wait=${LONG_POLL_SECONDS}`}`,
    {
      headers: known?.tag ? { 'if-none-match': known.tag } : {},
      signal: AbortSignal.any([signal, AbortSignal.timeout(READ_LIMIT_MS)]),
    },
  ).catch(() => {
    signal.throwIfAborted();
    throw unreachable();
  });
  if (answer.status === 304 && known !== null) return known;
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw toApiError(answer.status, body);
  return { job: body as JobView, tag: answer.headers.get('etag') };
}

export async function cancelJob(jobId: string): Promise<void> {
  await fetch(`/v1/jobs/${encodeURIComponent(jobId)}`, {
    method: 'DELETE',
    signal: AbortSignal.timeout(READ_LIMIT_MS),
  }).catch(() => {});
}

/** Address of a finished job's picture. */
export function resultAddress(jobId: string, format: 'webp' | 'png' | 'jpeg'): string {
  return `/v1/jobs/${encodeURIComponent(jobId)}/result?format=${format}`;
}
