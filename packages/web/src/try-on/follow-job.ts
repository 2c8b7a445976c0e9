import type { JobView } from '@proteus/contracts/api/jobs.ts';
import { ApiError } from '../api/api-error.ts';
import { type JobState, readJob } from '../api/jobs.ts';

/** A server that restarts, or a phone that changes networks, is away for a moment. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000];

/**
 * Follows a job to its end.
 *
 * @param onChange hears of every state before the last one.
 * @throws {ApiError} when the job cannot be read, also not after a while.
 */
export async function followJob(
  jobId: string,
  onChange: (job: JobView) => void,
  signal: AbortSignal,
): Promise<JobView> {
  let known: JobState | null = null;
  let misses = 0;
  for (;;) {
    try {
      known = await readJob(jobId, known, signal);
      misses = 0;
    } catch (error) {
      const pause = PAUSES_MS[misses++];
      if (!isAway(error) || pause === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
      signal.throwIfAborted();
      continue;
    }
    const { status } = known.job;
    if (status !== 'queued' && status !== 'running') return known.job;
    onChange(known.job);
  }
}

function isAway(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'OFFLINE' || error.code === 'NOT_READY');
}
