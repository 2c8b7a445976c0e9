import { hostname } from 'node:os';
import { createJobsRepository } from '@proteus/platform/database/create-jobs-repository.ts';
import { createDatabaseLeases } from '@proteus/platform/leases/create-database-leases.ts';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import { openRedisPolicy } from '@proteus/platform/policy/open-redis-policy.ts';
import { runArbitrator } from '@proteus/workers/arbitrator/arbitrator.ts';
import type { Command } from 'commander';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { openCurrentDatabase } from '../composition/open-current-database.ts';
import { openQueues } from '../composition/open-queues.ts';
import { requireSharedServices } from '../roles/require-shared-services.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';

/** Waits of the jobs that began within this time count. */
const WINDOW_MS = 60_000;

/** `proteus arbitrator`: decides batch sizes and resolution of a fleet by how crowded it is. */
export function addArbitratorCommand(program: Command): void {
  program
    .command('arbitrator')
    .description('Decide, twice a second, how the weavers of a fleet work (config:* in Redis).')
    .action(arbitrate);
}

async function arbitrate(): Promise<void> {
  const signal = interruptSignal();
  const { settings } = loadPipeline();
  requireSharedServices('The arbitrator', settings, { pictures: false });
  const logger = createLogger({ level: settings.LOG_LEVEL });
  await using closers = new AsyncDisposableStack();
  const database = await openCurrentDatabase(settings);
  closers.defer(() => database.close());
  const queues = await openQueues(settings, database, logger, closers);
  const jobs = createJobsRepository({ database, queues, maxQueue: settings.MAX_QUEUE });
  const policy = await openRedisPolicy(settings.REDIS_URL);
  closers.defer(() => policy.close());
  logger.info('arbitrating');
  await runArbitrator(
    {
      leases: createDatabaseLeases(database),
      policy,
      readCrowd: async () => ({
        depth: (await queues.weaver.depth()).waiting,
        waitMs: await jobs.measureWait('weaver', Date.now() - WINDOW_MS),
      }),
      logger,
      name: `${hostname()}:${process.pid}`,
    },
    signal,
  );
}
