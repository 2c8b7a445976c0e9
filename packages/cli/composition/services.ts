import { createMetrics, type Metrics } from '@proteus/gateway/metrics/metrics.ts';
import type { JobStatusCache } from '@proteus/platform/cache/job-status/job-status-cache.ts';
import { createJobsRepository } from '@proteus/platform/database/create-jobs-repository.ts';
import type { JobsRepository } from '@proteus/platform/database/jobs-repository.ts';
import { tellChanges } from '@proteus/platform/database/tell-changes.ts';
import { createVtonsRepository } from '@proteus/platform/database/vtons/create-vtons-repository.ts';
import type { JobEventBus } from '@proteus/platform/events/job-event-bus.ts';
import { createDatabaseLeases } from '@proteus/platform/leases/create-database-leases.ts';
import type { Leases } from '@proteus/platform/leases/leases.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import type { Pipeline } from './load-pipeline.ts';
import { type Data, openData } from './open-data.ts';
import { openEvents } from './open-events.ts';
import { openJobStatus } from './open-job-status.ts';
import { wakeWorkers } from './wake-workers.ts';

/** What a process works with, whatever its role. */
export interface Services extends Pipeline, Data {
  readonly jobs: JobsRepository;
  readonly jobStatus: JobStatusCache;
  readonly leases: Leases;
  readonly events: JobEventBus;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** Opens what the settings name: all embedded by default. @throws {UsageError} as `openData` does. */
export async function openServices(
  pipeline: Pipeline,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<Services> {
  const { settings } = pipeline;
  const data = await openData(settings, logger, closers);
  const { database, queues } = data;
  const jobStatus = await openJobStatus(settings, closers);
  const rows = createJobsRepository({ database, queues, maxQueue: settings.MAX_QUEUE });
  const jobs = tellChanges(rows, jobStatus.forget);
  const vtons = createVtonsRepository(database);
  const events = await openEvents(settings, { jobs, vtons }, logger, closers);
  if (settings.QUEUE_BACKEND === 'embedded' && database.isShared) {
    closers.defer(wakeWorkers(events, queues));
  }
  return {
    ...pipeline,
    ...data,
    jobs,
    jobStatus,
    leases: createDatabaseLeases(database),
    events,
    metrics: createMetrics(),
    logger,
  };
}
