import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import { createMemoryJobEventBus } from '@proteus/platform/events/memory/memory-job-event-bus.ts';
import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

const event = (status: JobEvent['status']) => ({ status }) as JobEvent;

it('passes an event on only when the one before it has gone, well or not', async () => {
  const heard: string[] = [];
  const first = Promise.withResolvers<void>();
  const bus = inOrder({
    ...createMemoryJobEventBus(() => {}),
    async publish({ status }) {
      if (status === 'running') await first.promise;
      heard.push(status);
    },
  });
  const begun = bus.publish(event('running'));
  const ended = bus.publish(event('completed'));
  first.reject(new Error('nobody listens'));
  await expect(begun).rejects.toThrow('nobody listens');
  await ended;
  expect(heard).toEqual(['completed']);
});
