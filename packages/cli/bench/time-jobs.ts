import type { EngineCacheOptions } from '@proteus/workers/engine/engine-cache.ts';
import type { Rehearsal } from '@proteus/workers/engine/task.ts';
import { type DressRequest, dressInEngine } from '../composition/dress-in-engine.ts';
import type { Pipeline } from '../composition/load-pipeline.ts';
import { startEngines } from '../composition/start-engines.ts';

/** How often the engine's memory is looked at. */
const SAMPLE_MS = 10;

/** Milliseconds by stage. */
export type Timings = Readonly<Record<string, number>>;

/** What one new engine did. */
export interface TimedJobs {
  readonly startMs: number;
  /** One entry a job, in order. */
  readonly jobs: readonly Timings[];
  /** Resident memory of the engine after each job, bytes. */
  readonly residentAfter: readonly number[];
  /** The most at any time, bytes. */
  readonly peakBytes: number;
}

/** What an engine has before its first job. */
export interface Preparation {
  /** Where it keeps analyses; nowhere when left out. */
  readonly cache?: EngineCacheOptions;
  /** Done first, with the networks loaded; left out, the engine is as it starts. */
  readonly rehearsal?: Rehearsal;
}

/** Does the same job so many times in one new engine. */
export async function timeJobs(
  pipeline: Pipeline,
  request: DressRequest,
  count: number,
  { cache, rehearsal }: Preparation,
): Promise<TimedJobs> {
  const { settings, config } = pipeline;
  const startedAt = performance.now();
  const engines = await startEngines(settings, {
    size: 1,
    warmUp: rehearsal ? { type: 'warm-up', config, rehearsal } : null,
    ...(cache && { cache }),
  });
  const startMs = performance.now() - startedAt;
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, engines.health().rss);
  }, SAMPLE_MS);
  const jobs: Timings[] = [];
  const residentAfter: number[] = [];
  try {
    for (let job = 0; job < count; job++) {
      jobs.push((await dressInEngine(engines, pipeline, request)).timings);
      residentAfter.push(engines.health().rss);
    }
  } finally {
    clearInterval(watch);
    await engines.close();
  }
  return { startMs, jobs, residentAfter, peakBytes };
}
