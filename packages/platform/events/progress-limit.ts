import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';

/** Four a second. */
const SHORTEST_PAUSE_MS = 250;
/** Jobs that are remembered; the oldest are forgotten first. */
const MOST_JOBS = 10_000;

/**
 * Tells which events may pass: at most four of a job's progress a second; every change of its status always.
 *
 * @param now milliseconds, of any clock.
 */
export function createProgressLimit(now: () => number): (event: JobEvent) => boolean {
  const passedAt = new Map<string, number>();
  return ({ job_id, status, stage }) => {
    if (isFinal(status)) passedAt.delete(job_id);
    if (status !== 'running' || stage === null) return true;
    const time = now();
    if (time - (passedAt.get(job_id) ?? Number.NEGATIVE_INFINITY) < SHORTEST_PAUSE_MS) return false;
    passedAt.delete(job_id);
    passedAt.set(job_id, time);
    const [oldest] = passedAt.keys();
    if (passedAt.size > MOST_JOBS && oldest !== undefined) passedAt.delete(oldest);
    return true;
  };
}
