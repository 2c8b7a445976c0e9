import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobEventBus } from './job-event-bus.ts';

/** A bus under test, as two processes see it; the same one twice where there is only one process. */
export interface BusUnderTest {
  readonly publisher: JobEventBus;
  readonly subscriber: JobEventBus;
  close(): Promise<void>;
}

export const jobEvent = (jobId: string, changes: Partial<JobEvent> = {}): JobEvent => ({
  job_id: jobId,
  job_type: 'try_on',
  owner_id: 'me',
  status: 'running',
  stage: 'pose',
  progress: 0.5,
  error_code: null,
  ...changes,
});

/** What every `JobEventBus` must do. */
export function testJobEventBus(
  name: string,
  create: (onListenerError: (error: unknown) => void) => Promise<BusUnderTest>,
): void {
  describe(`${name} as a bus of job events`, () => {
    let subject: BusUnderTest;
    let publisher: JobEventBus;
    let subscriber: JobEventBus;
    let errors: unknown[];
    beforeEach(async () => {
      errors = [];
      subject = await create((error) => errors.push(error));
      ({ publisher, subscriber } = subject);
    });
    afterEach(() => subject.close());

    it('tells a subscriber of the jobs that it asked for, in order, until it leaves', async () => {
      const heard: string[] = [];
      const all: string[] = [];
      subscriber.subscribe({}, ({ job_id }) => all.push(job_id));
      const leave = subscriber.subscribe({ jobId: 'a' }, ({ job_id }) => heard.push(job_id));
      subscriber.subscribe({ ownerId: 'you' }, ({ owner_id }) => heard.push(owner_id));
      await publisher.publish(jobEvent('a'));
      await publisher.publish(jobEvent('b', { owner_id: 'you' }));
      await expect.poll(() => all).toEqual(['a', 'b']);
      leave();
      await publisher.publish(jobEvent('a', { status: 'completed' }));
      await expect.poll(() => all).toEqual(['a', 'b', 'a']);
      expect(heard).toEqual(['a', 'you']);
    });

    it('hands events over as they were', async () => {
      const heard: JobEvent[] = [];
      subscriber.subscribe({}, (event) => heard.push(event));
      const events = [
        jobEvent('a', { status: 'queued', stage: null, progress: 0 }),
        jobEvent('a'),
        jobEvent('a', { status: 'failed', stage: null, error_code: 'NO_PERSON' }),
      ];
      for (const event of events) await publisher.publish(event);
      await expect.poll(() => heard).toEqual(events);
    });

    it('tells the others when one listener throws', async () => {
      const heard: string[] = [];
      subscriber.subscribe({}, () => {
        throw new Error('broken');
      });
      subscriber.subscribe({}, ({ job_id }) => heard.push(job_id));
      await publisher.publish(jobEvent('a'));
      await expect.poll(() => heard).toEqual(['a']);
      expect(errors).toHaveLength(1);
    });

    it('hands over the next event, or null when the wait is given up', async () => {
      const next = subscriber.next({ jobId: 'a' }, AbortSignal.timeout(10_000));
      await publisher.publish(jobEvent('b'));
      await publisher.publish(jobEvent('a'));
      expect((await next)?.job_id).toBe('a');

      const controller = new AbortController();
      const given = subscriber.next({}, controller.signal);
      controller.abort();
      expect(await given).toBeNull();
      expect(await subscriber.next({}, AbortSignal.abort())).toBeNull();
    });
  });
}
