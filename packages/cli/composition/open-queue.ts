import type { Settings } from '@proteus/contracts/config/settings.ts';
import type { Database } from '@proteus/platform/database/database.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import { createEmbeddedQueue } from '@proteus/platform/queue/embedded/embedded-queue.ts';
import { reconcileEmbeddedQueue } from '@proteus/platform/queue/embedded/reconcile-embedded-queue.ts';
import type { LinkedQueue } from '@proteus/platform/queue/linked-queue.ts';
import { reconcileSeparateQueue } from '@proteus/platform/queue/reconcile-separate-queue.ts';
import type { SeparateQueue } from '@proteus/platform/queue/separate-queue.ts';
import { runReconciler } from '@proteus/workers/reconciler.ts';

/** The name that autoscalers and dashboards know. */
const QUEUE_NAME = 'weaver_jobs';
/** Connections to PostgreSQL for the queue, besides those for the rows. */
const QUEUE_CONNECTIONS = 4;

/** Opens the queue of the settings, and keeps it in step with the rows. */
export async function openQueue(
  settings: Settings,
  database: Database,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<LinkedQueue> {
  if (settings.QUEUE_BACKEND === 'embedded') return openEmbedded(database, logger, closers);
  const queue = await openSeparate(settings, logger);
  closers.defer(() => queue.close());
  const stop = new AbortController();
  const reconciling = runReconciler(
    { reconcile: () => reconcileSeparateQueue(database, queue), logger },
    stop.signal,
  );
  closers.defer(async () => {
    stop.abort();
    await reconciling;
  });
  return queue;
}

async function openEmbedded(
  database: Database,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<LinkedQueue> {
  const queue = createEmbeddedQueue(database);
  closers.defer(() => queue.close());
  // On a shared server others may be at work: what a dead process held waits for its lease to run out.
  const recovered = database.isShared ? 0 : await queue.recoverLeases();
  const { added, removed } = await reconcileEmbeddedQueue(database, queue);
  if (recovered + added.length + removed.length > 0) {
    logger.warn({ recovered, added, removed }, 'took up what an earlier process left');
  }
  return queue;
}

/** BullMQ is loaded only where it is used. */
async function openSeparate(settings: Settings, logger: Logger): Promise<SeparateQueue> {
  const onError = (error: unknown) => logger.warn({ err: error }, 'trouble with the queue');
  if (settings.QUEUE_BACKEND === 'redis') {
    const { openRedisQueue } = await import('@proteus/platform/queue/bullmq/open-redis-queue.ts');
    return openRedisQueue({ url: settings.REDIS_URL ?? '', name: QUEUE_NAME, onError });
  }
  const { openPostgresQueue } = await import(
    '@proteus/platform/queue/bullmq/open-postgres-queue.ts'
  );
  const url = settings.DATABASE_URL;
  return openPostgresQueue({ url, name: QUEUE_NAME, maxConnections: QUEUE_CONNECTIONS, onError });
}
