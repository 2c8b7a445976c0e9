import type { TimedJobs, Timings } from './time-jobs.ts';

const MEGABYTE = 2 ** 20;

/** What is left to do if everything that we compute ourselves took no time; the picture is written meanwhile. */
const FLOOR = ['decode', 'pose'] as const;

export interface SpeedFigures {
  readonly startMs: number;
  /** The first job of an engine as it starts, by stage. */
  readonly first: Timings;
  /** Median of the jobs of an engine that has rehearsed. */
  readonly warm: Timings;
  /** Median of jobs whose analyses were both remembered. */
  readonly cached: Timings;
  /** Time of a warm job as a multiple of its decoding and looking for the pose alone. */
  readonly timesFloor: number;
  readonly peakMegabytes: number;
  /** From after the second job to after the last one. */
  readonly growthMegabytes: number;
  /** How many jobs that were. */
  readonly jobCount: number;
}

/**
 * @param fresh jobs of an engine as it starts.
 * @param rehearsed the same jobs in an engine that has rehearsed.
 * @param cached the same in one that has rehearsed and keeps analyses.
 */
export function speedFigures(
  fresh: TimedJobs,
  rehearsed: TimedJobs,
  cached: TimedJobs,
): SpeedFigures {
  const warm = medians(rehearsed.jobs);
  const floor = FLOOR.reduce((sum, stage) => sum + (warm[stage] ?? 0), 0);
  const { residentAfter } = rehearsed;
  const settled = residentAfter[1] ?? 0;
  const peaks = [fresh, rehearsed, cached].map(({ peakBytes }) => peakBytes);
  return {
    startMs: fresh.startMs,
    first: fresh.jobs[0] ?? {},
    warm,
    cached: medians(cached.jobs.slice(1)),
    timesFloor: (warm.total ?? 0) / floor,
    peakMegabytes: Math.max(...peaks) / MEGABYTE,
    jobCount: rehearsed.jobs.length,
    growthMegabytes: ((residentAfter.at(-1) ?? settled) - settled) / MEGABYTE,
  };
}

function medians(jobs: readonly Timings[]): Timings {
  const stages = Object.keys(jobs[0] ?? {});
  return Object.fromEntries(
    stages.map((stage) => [stage, medianOf(jobs.map((job) => job[stage] ?? 0))]),
  );
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
