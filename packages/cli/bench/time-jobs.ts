import type { EngineCacheOptions } from '@proteus/workers/engine/engine-cache.ts';
import { type DressRequest, dressInEngine } from '../composition/dress-in-engine.ts';
import type { Pipeline } from '../composition/load-pipeline.ts';
import { startEngines } from '../composition/start-engines.ts';

/** How often the engine's memory is looked at. */
const SAMPLE_MS = 10;

/** Milliseconds by stage. */
export type Timings = Readonly<Record<string, number>>;

/** What one fresh engine did. */
export interface TimedJobs {
  readonly startMs: number;
  /** One entry a job, in order. */
  readonly jobs: readonly Timings[];
  /** Resident memory of the engine after each job, bytes. */
  readonly residentAfter: readonly number[];
  /** The most at any time, bytes. */
  readonly peakBytes: number;
}

/**
 * Does the same job so many times in one fresh engine.
 *
 * @param cache where the engine keeps analyses; null = nowhere.
 */
export async function timeJobs(
  pipeline: Pipeline,
  request: DressRequest,
  count: number,
  cache: EngineCacheOptions | null,
): Promise<TimedJobs> {
  const startedAt = performance.now();
  const engines = await startEngines(pipeline.settings, {
    size: 1,
    warmUp: null,
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
