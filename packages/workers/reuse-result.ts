import { createHash } from 'node:crypto';
import { jobArtifactKey, jobResultKey } from '@proteus/contracts/jobs/job-keys.ts';
import type { JobResult, JobRow } from '@proteus/platform/database/job-row.ts';
import type { JobsRepository } from '@proteus/platform/database/jobs-repository.ts';
import { canonicalJson } from '@proteus/platform/hashing/canonical-json.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import type { ObjectStore } from '@proteus/platform/storage/object-store.ts';

export interface ReuseContext {
  readonly jobs: JobsRepository;
  readonly store: ObjectStore;
  readonly logger: Logger;
}

/**
 * Names everything that shapes a job's result and artifacts: equal names mean equal bytes.
 *
 * @param version of the pipeline, see `pipelineVersion`.
 */
export function workKeyOf(job: JobRow, version: string): string {
  const { kind, personHash, garmentHash, garmentSideHash, category, corrections, seed, config } =
    job;
  const pictures = [personHash, garmentHash, garmentSideHash];
  const work = { kind, pictures, category, corrections, seed, config, version };
  return createHash('sha256').update(canonicalJson(work)).digest('hex');
}

/**
 * Gives a job a copy of what an earlier one of the same owner was given for the same work; a copy,
 * because each job's pictures are deleted with it.
 *
 * @returns null when there is none, or its pictures are gone: then the work is done anew.
 */
export async function reuseResult(
  job: JobRow,
  workKey: string,
  { jobs, store, logger }: ReuseContext,
  signal: AbortSignal,
): Promise<JobResult | null> {
  const startedAt = performance.now();
  try {
    const earlier = await jobs.findEqualWork(workKey, job.ownerId);
    if (earlier?.resultKey == null || earlier.resultType === null) return null;
    const resultKey = jobResultKey(job.id);
    for (const name of earlier.artifacts) {
      const [from, to] = [jobArtifactKey(earlier.id, name), jobArtifactKey(job.id, name)];
      await store.put(to, await store.get(from, signal), 'image/png', signal);
    }
    const picture = await store.get(earlier.resultKey, signal);
    await store.put(resultKey, picture, earlier.resultType, signal);
    const { resultType, quality, warnings, artifacts } = earlier;
    const timings = { total: Math.round((performance.now() - startedAt) * 10) / 10 };
    return { workKey, cached: true, resultKey, resultType, quality, warnings, timings, artifacts };
  } catch (error) {
    logger.warn({ job: job.id, err: error }, 'an earlier result could not be used again');
    return null;
  }
}
