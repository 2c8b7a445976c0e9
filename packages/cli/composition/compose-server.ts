import { createApp } from '@proteus/gateway/app.ts';
import { createMetrics } from '@proteus/gateway/metrics/metrics.ts';
import { createJobsRepository } from '@proteus/platform/database/create-jobs-repository.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import { LEASE_MS } from '@proteus/platform/queue/lease-time.ts';
import { pipelineVersion } from '@proteus/workers/engine/pipeline-version.ts';
import { runJanitor } from '@proteus/workers/janitor.ts';
import { JobWorker } from '@proteus/workers/job-worker.ts';
import { createTailoring } from '@proteus/workers/tailoring.ts';
import { createWeaving } from '@proteus/workers/weaving.ts';
import { analysisFolder } from './analysis-folder.ts';
import { createPersonParser } from './create-person-parser.ts';
import { createPictureFetcher } from './create-picture-fetcher.ts';
import { createPictureTools } from './create-picture-tools.ts';
import { describeModels } from './describe-models.ts';
import { findWebRoot } from './find-web-root.ts';
import type { Pipeline } from './load-pipeline.ts';
import { openAccounts } from './open-accounts.ts';
import { openData } from './open-data.ts';
import { openEvents } from './open-events.ts';
import { openPolicy } from './open-policy.ts';
import { startServerEngines } from './start-server-engines.ts';

/** A server that runs. */
export interface RunningServer {
  /** Where it listens. */
  readonly address: string;
  /**
   * Stops accepting, lets requests and jobs under way finish, and closes everything.
   *
   * @param graceMs after this long, jobs are handed back to the queue.
   */
  close(graceMs: number): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** Puts the whole house together in one process, with what the settings name: all embedded by default. */
export async function composeServer(
  { settings, config }: Pipeline,
  logger: Logger,
): Promise<RunningServer> {
  const closers = new AsyncDisposableStack();
  try {
    const { database, queues, store, verifyPresigned } = await openData(settings, logger, closers);
    const jobs = createJobsRepository({ database, queues, maxQueue: settings.MAX_QUEUE });
    const events = await openEvents(settings, logger, closers);
    const metrics = createMetrics();
    const engines = await startServerEngines({ settings, config }, metrics, logger, closers);

    const policy = await openPolicy(settings, closers);
    const engineWork = {
      engine: engines.tryOn,
      pictureLimits: pictureLimits(settings),
      timeLimitMs: settings.ENGINE_TIME_LIMIT_MS,
    };
    const workers = [
      createWeaving({ ...engineWork, readPolicy: () => policy.read() }),
      createTailoring(engineWork),
    ].map(
      (work) =>
        new JobWorker({
          jobs,
          queue: queues[work.kind],
          store,
          events,
          metrics,
          logger,
          work,
          leaseMs: LEASE_MS,
          maxAttempts: settings.JOB_MAX_ATTEMPTS,
          reuseVersion: settings.REUSE_RESULTS
            ? pipelineVersion(settings.MODELS_DIR ?? null)
            : null,
          concurrency: settings.ENGINE_PROCESSES,
        }),
    );

    const accounts = await openAccounts(settings, { database, jobs, store }, logger, closers);
    const app = await createApp({
      settings,
      pipeline: config,
      jobs,
      ...accounts,
      queues,
      store,
      verifyPresigned,
      events,
      pictures: createPictureTools(engines.pictures, settings),
      parsePerson: createPersonParser(engines.tryOn, { settings, config }),
      fetchPicture: createPictureFetcher(settings),
      engineHealth: () => engines.health(),
      modelStates: () => describeModels(settings.MODELS_DIR),
      metrics,
      logger,
      clock: Date.now,
      webRoot: await findWebRoot(),
    });
    closers.defer(() => app.close());
    const address = await app.listen({ host: settings.HOST, port: settings.PORT });

    for (const worker of workers) worker.start();
    const janitor = new AbortController();
    const cleaning = runJanitor(
      {
        jobs,
        users: accounts.users,
        vtons: accounts.vtons,
        store,
        logger,
        retentionMs: settings.RESULT_TTL_HOURS * HOUR_MS,
        analyses: analysisFolder(settings),
      },
      janitor.signal,
    );
    return {
      address,
      async close(graceMs) {
        janitor.abort();
        await Promise.all([...workers.map((worker) => worker.stop(graceMs)), cleaning]);
        await closers.disposeAsync();
      },
    };
  } catch (error) {
    await closers.disposeAsync();
    throw error;
  }
}
