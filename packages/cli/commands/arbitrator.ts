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
import type { Command } from 'commander';
import { listen } from '../composition/listen.ts';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { openCurrentDatabase } from '../composition/open-current-database.ts';
import { openQueues } from '../composition/open-queues.ts';
import { requireSharedServices } from '../roles/require-shared-services.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { type ListenOptions, listenSettings, withListenOptions } from './listen-options.ts';

/** `proteus arbitrator`: decides batch sizes and resolution of a fleet by how crowded it is. */
export function addArbitratorCommand(program: Command): void {
  withListenOptions(
    program
      .command('arbitrator')
      .description(
        'Decide, twice a second, how the weavers of a fleet work (config:* in Redis). Health and metrics are served on PORT.',
      ),
  ).action(arbitrate);
}

async function arbitrate(options: ListenOptions): Promise<void> {
  const signal = interruptSignal();
  const { settings } = loadPipeline(
    { ...process.env, ...listenSettings(options) },
    { signs: false },
  );
  const config = loadArbitratorConfig(settings.ARBITRATOR_CONFIG, process.env);
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
