import type { Settings } from '@proteus/contracts/config/settings.ts';
import { QUEUE_NAMES, type QueueName } from '@proteus/contracts/jobs/job-kind.ts';
import type { Database } from '@proteus/platform/database/database.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import { createEmbeddedQueues } from '@proteus/platform/queue/embedded/create-embedded-queues.ts';
import { reconcileEmbeddedQueues } from '@proteus/platform/queue/embedded/reconcile-embedded-queues.ts';
import type { JobQueues } from '@proteus/platform/queue/job-queues.ts';
import type { LinkedQueue } from '@proteus/platform/queue/linked-queue.ts';
import { reconcileSeparateQueues } from '@proteus/platform/queue/reconcile-separate-queues.ts';
import type { SeparateQueue } from '@proteus/platform/queue/separate-queue.ts';
import { runReconciler } from '@proteus/workers/reconciler.ts';

/** Connections to PostgreSQL for each queue, besides those for the rows. */
const QUEUE_CONNECTIONS = 4;

/** Opens the queues of the settings, and keeps them in step with the rows. */
export async function openQueues(
  settings: Settings,
  database: Database,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<JobQueues<LinkedQueue>> {
  if (settings.QUEUE_BACKEND === 'embedded') return openEmbedded(database, logger, closers);
  const open = await openerOf(settings, logger);
  const queues = { weaver: await open(QUEUE_NAMES.weaver), tailor: await open(QUEUE_NAMES.tailor) };
  for (const queue of Object.values(queues)) closers.defer(() => queue.close());
  const stop = new AbortController();
  const reconciling = runReconciler(
    { reconcile: () => reconcileSeparateQueues(database, queues), logger },
    stop.signal,
  );
  closers.defer(async () => {
    stop.abort();
    await reconciling;
  });
  return queues;
}

async function openEmbedded(
  database: Database,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<JobQueues<LinkedQueue>> {
  const queues = createEmbeddedQueues(database);
  let recovered = 0;
  for (const queue of Object.values(queues)) {
    closers.defer(() => queue.close());
    // On a shared server others may be at work: what a dead process held waits for its lease to run out.
    if (!database.isShared) recovered += await queue.recoverLeases();
  }
  const { added, removed } = await reconcileEmbeddedQueues(database, queues);
  if (recovered + added.length + removed.length > 0) {
    logger.warn({ recovered, added, removed }, 'took up what an earlier process left');
  }
  return queues;
}

/** BullMQ is loaded only where it is used. */
async function openerOf(
  settings: Settings,
  logger: Logger,
): Promise<(name: QueueName) => Promise<SeparateQueue>> {
  const onError = (error: unknown) => logger.warn({ err: error }, 'trouble with the queue');
  if (settings.QUEUE_BACKEND === 'redis') {
    const { openRedisQueue } = await import('@proteus/platform/queue/bullmq/open-redis-queue.ts');
    return (name) => openRedisQueue({ url: settings.REDIS_URL ?? '', name, onError });
  }
  const { openPostgresQueue } = await import(
    '@proteus/platform/queue/bullmq/open-postgres-queue.ts'
  );
  const url = settings.DATABASE_URL;
  return (name) => openPostgresQueue({ url, name, maxConnections: QUEUE_CONNECTIONS, onError });
}
