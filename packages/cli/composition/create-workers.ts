import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import { LEASE_MS } from '@proteus/platform/queue/lease-time.ts';
import type { EnginePool } from '@proteus/workers/engine/engine-pool.ts';
import { pipelineVersion } from '@proteus/workers/engine/pipeline-version.ts';
import { JobWorker } from '@proteus/workers/job-worker.ts';
import { createTailoring } from '@proteus/workers/tailoring.ts';
import { createWeaving } from '@proteus/workers/weaving.ts';
import type { Roles } from '../roles/role.ts';
import { createWorkEngine } from './create-work-engine.ts';
import { openPolicy } from './open-policy.ts';
import type { Services } from './services.ts';

/** The workers of a process, not yet started; they share its engines, which take what comes first. */
export async function createWorkers(
  { settings, config, jobs, leases, queues, store, events, metrics, logger }: Services,
  roles: Roles,
  engine: EnginePool | null,
  closers: AsyncDisposableStack,
): Promise<readonly JobWorker[]> {
  if (engine === null) return [];
  const policy = await openPolicy(settings, closers);
  const common = {
    engine,
    pictureLimits: pictureLimits(settings),
    timeLimitMs: settings.ENGINE_TIME_LIMIT_MS,
  };
  const works = [
    createWeaving({
      ...common,
      engine: createWorkEngine(engine, config),
      readPolicy: () => policy.read(),
    }),
    createTailoring(common),
  ];
  return works
    .filter(({ kind }) => roles.has(kind))
    .map(
      (work) =>
        new JobWorker({
          jobs,
          queue: queues[work.kind],
          store,
          events,
          metrics,
          logger,
          work,
          leases,
          leaseMs: LEASE_MS,
          maxAttempts: settings.JOB_MAX_ATTEMPTS,
          reuseVersion: settings.REUSE_RESULTS
            ? pipelineVersion(settings.MODELS_DIR ?? null)
            : null,
          patienceMs: settings.ENGINE_TIME_LIMIT_MS,
          concurrency: settings.ENGINE_PROCESSES,
          batchWaitMs: settings.BATCH_WAIT_MS,
        }),
    );
}
