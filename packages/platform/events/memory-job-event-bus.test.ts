import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import { expect, it } from 'vitest';
import { createMemoryJobEventBus } from './memory-job-event-bus.ts';

const event = (jobId: string, ownerId = 'me'): JobEvent => ({
  job_id: jobId,
  owner_id: ownerId,
  status: 'running',
  stage: 'pose',
  progress: 0.5,
  error_code: null,
});

it('tells a subscriber of the jobs that it asked for, until it leaves', async () => {
  const bus = createMemoryJobEventBus(() => {});
  const heard: string[] = [];
  const leave = bus.subscribe({ jobId: 'a' }, ({ job_id }) => heard.push(job_id));
  bus.subscribe({ ownerId: 'you' }, ({ owner_id }) => heard.push(owner_id));
  await bus.publish(event('a'));
  await bus.publish(event('b', 'you'));
  leave();
  await bus.publish(event('a'));
  expect(heard).toEqual(['a', 'you']);
});

it('tells the others when one listener throws', async () => {
  const errors: unknown[] = [];
  const bus = createMemoryJobEventBus((error) => errors.push(error));
  const heard: string[] = [];
  bus.subscribe({}, () => {
    throw new Error('broken');
  });
  bus.subscribe({}, ({ job_id }) => heard.push(job_id));
  await bus.publish(event('a'));
  expect(heard).toEqual(['a']);
  expect(errors).toHaveLength(1);
});

it('hands over the next event, or null when the wait is given up', async () => {
  const bus = createMemoryJobEventBus(() => {});
  const next = bus.next({ jobId: 'a' }, AbortSignal.timeout(10_000));
  await bus.publish(event('b'));
  await bus.publish(event('a'));
  expect((await next)?.job_id).toBe('a');

  const controller = new AbortController();
  const given = bus.next({}, controller.signal);
  controller.abort();
  expect(await given).toBeNull();
  expect(await bus.next({}, AbortSignal.abort())).toBeNull();
});
