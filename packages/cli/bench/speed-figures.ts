import type { TimedJobs, Timings } from './time-jobs.ts';

const MEGABYTE = 2 ** 20;

/** What is left to do if everything that we compute ourselves took no time. */
const FLOOR = ['decode', 'pose', 'encode'] as const;

export interface SpeedFigures {
  readonly startMs: number;
  /** The first job of a fresh engine, by stage. */
  readonly first: Timings;
  /** Median of the later ones. */
  readonly later: Timings;
  /** Median of jobs whose analyses were both remembered. */
  readonly cached: Timings;
  /** Time of a later job as a multiple of its decoding, looking for the pose, and encoding alone. */
  readonly timesFloor: number;
  readonly peakMegabytes: number;
  /** From after the second job to after the last one. */
  readonly growthMegabytes: number;
  /** How many jobs that were. */
  readonly jobCount: number;
}

/** @param cached the same job in an engine that keeps analyses. */
export function speedFigures(plain: TimedJobs, cached: TimedJobs): SpeedFigures {
  const later = medians(plain.jobs.slice(1));
  const floor = FLOOR.reduce((sum, stage) => sum + (later[stage] ?? 0), 0);
  const settled = plain.residentAfter[1] ?? 0;
  return {
    startMs: plain.startMs,
    first: plain.jobs[0] ?? {},
    later,
    cached: medians(cached.jobs.slice(1)),
    timesFloor: (later.total ?? 0) / floor,
    peakMegabytes: Math.max(plain.peakBytes, cached.peakBytes) / MEGABYTE,
    jobCount: plain.jobs.length,
    growthMegabytes: ((plain.residentAfter.at(-1) ?? settled) - settled) / MEGABYTE,
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
