import type { Settings } from '@proteus/contracts/config/settings.ts';
import {
  createEventDescriber,
  type EventSources,
} from '@proteus/platform/events/describe-event.ts';
import type { JobEventBus } from '@proteus/platform/events/job-event-bus.ts';
import { createMemoryJobEventBus } from '@proteus/platform/events/memory/memory-job-event-bus.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';

/** Opens the bus of job events: over Redis where there is one, else within this process. */
export async function openEvents(
  { REDIS_URL }: Settings,
  { jobs, vtons }: Pick<EventSources, 'jobs' | 'vtons'>,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<JobEventBus> {
  const onError = (error: unknown) => logger.error({ err: error }, 'a listener failed');
  let events: JobEventBus;
  if (REDIS_URL === undefined) events = createMemoryJobEventBus(onError);
  else {
    const { openRedisJobEventBus } = await import(
      '@proteus/platform/events/redis/redis-job-event-bus.ts'
    );
    events = await openRedisJobEventBus({
      url: REDIS_URL,
      describe: createEventDescriber({ jobs, vtons, clock: Date.now }),
      onError,
    });
  }
  closers.defer(() => events.close());
  return events;
}
