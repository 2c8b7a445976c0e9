import type { JobEventBus } from '@proteus/platform/events/job-event-bus.ts';

/**
 * A bus that passes one job's events on in the order in which they were handed in, so that its work need not wait until
 * everybody has heard of its beginning.
 */
export function inOrder(events: JobEventBus): JobEventBus {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...events,
    publish(event) {
      const published = last.then(() => events.publish(event));
      last = published.catch(() => {});
      return published;
    },
  };
}
