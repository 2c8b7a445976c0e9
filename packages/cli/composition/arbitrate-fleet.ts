import { hostname } from 'node:os';
import { createArbitratorApp } from '@proteus/gateway/arbitrator-app.ts';
import { createArbitratorMetrics } from '@proteus/gateway/metrics/arbitrator-metrics.ts';
import { loadArbitratorConfig } from '@proteus/platform/config/load-arbitrator-config.ts';
import { createJobsRepository } from '@proteus/platform/database/create-jobs-repository.ts';
import { createDatabaseLeases } from '@proteus/platform/leases/create-database-leases.ts';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import { openRedisPolicy } from '@proteus/platform/policy/open-redis-policy.ts';
import { runArbitrator } from '@proteus/workers/arbitrator/arbitrator.ts';
import { rulesOf } from '@proteus/workers/arbitrator/decide-policy.ts';
import { requireSharedServices } from '../roles/require-shared-services.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { listen } from './listen.ts';
import { loadPipeline } from './load-pipeline.ts';
import { openCurrentDatabase } from './open-current-database.ts';
import { openQueues } from './open-queues.ts';

/**
 * Runs an arbitrator until it is told to stop.
 *
 * @param environment settings, as in `process.env`.
 * @throws {UsageError} when it is not told what the fleet shares.
 */
export async function arbitrateFleet(environment: NodeJS.ProcessEnv): Promise<void> {
  const signal = interruptSignal();
  const { settings } = loadPipeline(environment, { signs: false });
  const config = loadArbitratorConfig(settings.ARBITRATOR_CONFIG, environment);
  requireSharedServices('The arbitrator', settings, { pictures: false });
  const logger = createLogger({ level: settings.LOG_LEVEL });
  await using closers = new AsyncDisposableStack();
  const database = await openCurrentDatabase(settings);
  closers.defer(() => database.close());
  const queues = await openQueues(settings, database, logger, closers);
  const jobs = createJobsRepository({ database, queues, maxQueue: settings.MAX_QUEUE });
  const policy = await openRedisPolicy(settings.REDIS_URL);
  closers.defer(() => policy.close());
  const metrics = createArbitratorMetrics();
  const app = await createArbitratorApp(metrics, logger);
  closers.defer(() => app.close());
  const address = await listen(app, settings.HOST, settings.PORT);
  logger.info({ address }, 'arbitrating');
  await runArbitrator(
    {
      leases: createDatabaseLeases(database),
      policy,
      readCrowd: async () => ({
        depth: (await queues.weaver.depth()).waiting,
        waitMs: await jobs.measureWait('weaver', Date.now() - config.window_s * 1_000),
      }),
      metrics,
      rules: rulesOf(config),
      intervalMs: config.interval_ms,
      logger,
      name: `${hostname()}:${process.pid}`,
    },
    signal,
  );
}
