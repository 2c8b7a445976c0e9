import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import { createMemoryJobEventBus } from '@proteus/platform/events/memory/memory-job-event-bus.ts';
import { expect, it } from 'vitest';
import { wakeWorkers } from './wake-workers.ts';

it('rings for a job that waits, at the queue of its kind, and for nothing else', async () => {
  const rung: string[] = [];
  const queue = (kind: string) => ({
    follow: async (id: string, change: string) => void rung.push(`${kind} ${id} ${change}`),
  });
  const bus = createMemoryJobEventBus(() => {});
  const stop = wakeWorkers(bus, { weaver: queue('weaver'), tailor: queue('tailor') });
  const tell = (job_id: string, changes: Partial<JobEvent>) =>
    bus.publish({
      job_id,
      job_type: 'try_on',
      owner_id: 'ana',
      status: 'queued',
      stage: null,
      progress: 0,
      error_code: null,
      ...changes,
    });
  await tell('a', {});
  await tell('b', { job_type: 'outfit_clean' });
  await tell('a', { status: 'running' });
  await tell('a', { status: 'completed' });
  stop();
  await tell('c', {});
  expect(rung).toEqual(['weaver a added', 'tailor b added']);
  await bus.close();
});
