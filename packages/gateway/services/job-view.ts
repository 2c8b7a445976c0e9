import type { JobView } from '@proteus/contracts/api/jobs.ts';
import { JOB_TYPES } from '@proteus/contracts/jobs/job-kind.ts';
import { hasResult } from '@proteus/platform/database/has-result.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import type { GatewayContext } from '../context.ts';
import { entityTag } from '../http/entity-tag.ts';

/** How long a presigned address of a result holds. */
const RESULT_URL_SECONDS = 3600;

/** A job as its owner sees it, and the ETag of that sight. */
export interface TaggedJobView {
  readonly view: JobView;
  readonly tag: string;
}

/** A job as its owner sees it. */
export async function viewJob(context: GatewayContext, job: JobRow): Promise<TaggedJobView> {
  const [view] = await viewJobs(context, [job]);
  return view!;
}

/** Jobs as their owner sees them, in their order. */
export async function viewJobs(
  context: GatewayContext,
  jobs: readonly JobRow[],
): Promise<readonly TaggedJobView[]> {
  const queued = jobs.filter(({ status }) => status === 'queued');
  const places = await context.jobs.queuePositions(queued.map(({ id }) => id));
  return await Promise.all(jobs.map((job) => describe(context, job, places.get(job.id) ?? null)));
}

async function describe(
  context: GatewayContext,
  job: JobRow,
  place: number | null,
): Promise<TaggedJobView> {
  const { clock } = context;
  const view: JobView = {
    job_id: job.id,
    job_type: JOB_TYPES[job.kind],
    status: job.status,
    stage: job.stage,
    progress: job.progress,
    error: job.errorCode
      ? { code: job.errorCode, message: job.errorMessage ?? '', stage: job.errorStage }
      : null,
    result_path: hasResult(job) ? `/v1/jobs/${job.id}/result` : null,
    result_url: await resultUrl(context, job),
    quality: job.quality,
    warnings: [...job.warnings],
    timings: { ...job.timings },
    category: job.category,
    corrections: job.corrections,
    cached: job.cached,
    seed: job.seed,
    attempts: job.attempts,
    created_at: new Date(job.createdAt).toISOString(),
    updated_at: new Date(job.updatedAt).toISOString(),
    queue_position: place,
  };
  // The signed address differs each time, but a copy that a client keeps must not outlive it.
  const period = view.result_url ? Math.floor(clock() / (RESULT_URL_SECONDS * 500)) : 0;
  const { result_url: _, ...steady } = view;
  return { view, tag: `W/${entityTag(JSON.stringify(steady), period)}` };
}

/** A signed address of the result; null when there is none. */
export async function resultUrl({ store }: GatewayContext, job: JobRow): Promise<string | null> {
  if (!hasResult(job) || job.resultKey === null) return null;
  const { url } = await store.presignGet(job.resultKey, RESULT_URL_SECONDS);
  return url;
}
