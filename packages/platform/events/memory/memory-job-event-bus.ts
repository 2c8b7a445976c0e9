import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import type { JobEventBus, JobEventFilter } from '../job-event-bus.ts';

type Listener = (event: JobEvent) => void;

/**
 * A bus inside one process. Listeners are called one after the other while `publish` runs, in the
 * order in which they subscribed.
 *
 * @param onListenerError is told when a listener throws; the others hear the event all the same.
 */
export function createMemoryJobEventBus(onListenerError: (error: unknown) => void): JobEventBus {
  const subscriptions = new Map<Listener, JobEventFilter>();

  function subscribe(filter: JobEventFilter, listener: Listener): () => void {
    // A function of its own, so that one listener may subscribe twice.
    const entry: Listener = (event) => listener(event);
    subscriptions.set(entry, filter);
    return () => subscriptions.delete(entry);
  }

  return {
    subscribe,
    async publish(event) {
      for (const [listener, filter] of [...subscriptions]) {
        if (!matches(filter, event)) continue;
        try {
          listener(event);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
    async next(filter, signal) {
      if (signal.aborted) return null;
      const { promise, resolve } = Promise.withResolvers<JobEvent | null>();
      const unsubscribe = subscribe(filter, resolve);
      const abort = () => resolve(null);
      signal.addEventListener('abort', abort, { once: true });
      try {
        return await promise;
      } finally {
        unsubscribe();
        signal.removeEventListener('abort', abort);
      }
    },
    async close() {
      subscriptions.clear();
    },
  };
}

function matches({ jobId, ownerId }: JobEventFilter, event: JobEvent): boolean {
  return (
    (jobId === undefined || jobId === event.job_id) &&
    (ownerId === undefined || ownerId === event.owner_id)
  );
}
