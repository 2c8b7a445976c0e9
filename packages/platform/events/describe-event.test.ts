import { expect, it } from 'vitest';
import { createTestJobs, result, submission } from '../database/testing/test-jobs.ts';
import { createEventDescriber } from './describe-event.ts';
import { jobEvent } from './job-event-bus.conformance.ts';

it('tells of an end all that the row says, and of progress what the event says', async () => {
  const { jobs, lease, database } = await createTestJobs();
  const { job } = await jobs.accept(submission());
  let asked = 0;
  const vtons = {
    async findIdByJob() {
      asked++;
      return 'their try-on';
    },
  };
  const describe = createEventDescriber({ jobs, vtons, clock: () => 5_000 });
  const event = jobEvent(job.id, { owner_id: job.ownerId });
  const common = { job_id: job.id, user_id: job.ownerId, vton_id: 'their try-on' };
  expect(await describe(event)).toEqual({
    ...common,
    event_id: `5000-${job.id}`,
    job_type: 'try_on',
    status: 'running',
    stage: 'pose',
    progress: 0.5,
  });
  await describe(event);
  expect(asked).toBe(1);

  const held = await lease();
  await jobs.markRunning(held);
  await jobs.complete(held, result);
  expect(await describe({ ...event, status: 'completed' })).toMatchObject({
    ...common,
    status: 'completed',
    result_s3_key: result.resultKey,
  });
  expect(await describe({ ...event, status: 'completed', owner_id: 'somebody else' })).toBeNull();
  await database.close();
});

it('says that a job waits only while it does', async () => {
  const { jobs, lease, database } = await createTestJobs();
  const { job } = await jobs.accept(submission());
  const vtons = { findIdByJob: async () => null };
  const describe = createEventDescriber({ jobs, vtons, clock: () => 5_000 });
  const waits = jobEvent(job.id, { owner_id: job.ownerId, status: 'queued', stage: null });
  expect(await describe(waits)).toMatchObject({ status: 'queued', event_id: `5000-${job.id}` });
  const held = await lease();
  await jobs.markRunning(held);
  expect(await describe(waits)).toBeNull();
  await jobs.complete(held, result);
  expect(await describe(waits)).toBeNull();
  await database.close();
});
