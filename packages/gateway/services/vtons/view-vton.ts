import type { Vton } from '@proteus/contracts/api/vtons.ts';
import { hasResult } from '@proteus/platform/database/has-result.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import type { VtonRow } from '@proteus/platform/database/vtons/vtons-repository.ts';
import type { GatewayContext } from '../../context.ts';

/** A try-on as its owner sees it: its own row, and how its jobs' rows say that it is. */
export async function viewVton({ jobs }: GatewayContext, vton: VtonRow): Promise<Vton> {
  const find = (id: string | null) => (id === null ? null : jobs.findOwned(id, vton.userId));
  const [job, tailorJob] = await Promise.all([find(vton.jobId), find(vton.tailorJobId)]);
  return {
    id: vton.id,
    name: vton.name,
    user_snap_s3: vton.userSnapKey,
    uncleaned_outfit_s3: vton.outfitKey,
    cleaned_outfit_s3: resultOf(tailorJob),
    result_s3: resultOf(job),
    status: job?.status ?? 'draft',
    job_id: job?.id ?? null,
    tailor_job_id: tailorJob?.id ?? null,
    category: vton.category,
    created_at: new Date(vton.createdAt).toISOString(),
    updated_at: new Date(
      Math.max(vton.updatedAt, job?.updatedAt ?? 0, tailorJob?.updatedAt ?? 0),
    ).toISOString(),
  };
}

function resultOf(job: JobRow | null): string | null {
  return job !== null && hasResult(job) ? job.resultKey : null;
}
