import { jobArtifactKey, jobResultKey } from '@proteus/contracts/jobs/job-keys.ts';
import { JOB_TYPES, type JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { Lease } from '@proteus/platform/queue/job-queue.ts';
import { fakePicture } from './fake-pictures.ts';
import type { TestGateway } from './test-gateway.ts';
import { tryonRequest } from './tryon-form.ts';

const { signal } = new AbortController();

/** Submits a job as everybody does. @returns its id. */
export async function submit(gateway: TestGateway): Promise<string> {
  const reply = await gateway.app.inject(await tryonRequest());
  return reply.json<{ job_id: string }>().job_id;
}

/** Takes the next job as a worker does. */
export async function beginNext(
  { queues, jobs }: TestGateway,
  kind: JobKind = 'weaver',
): Promise<Lease> {
  const [lease] = await queues[kind].lease(1, 60_000);
  if (!lease || !(await jobs.markRunning(lease))) throw new Error('no job to work on');
  return lease;
}

/** Ends a job with a picture and two artifacts, and says so. */
export async function complete(gateway: TestGateway, lease: Lease): Promise<void> {
  const { jobs, store } = gateway;
  const { jobId } = lease;
  const artifacts = ['person_mask', 'controls/edge'];
  await store.put(jobResultKey(jobId), fakePicture('result'), 'image/png', signal);
  for (const name of artifacts) {
    await store.put(jobArtifactKey(jobId, name), fakePicture(name), 'image/png', signal);
  }
  const completed = await jobs.complete(lease, {
    workKey: 'work',
    cached: false,
    resultKey: jobResultKey(jobId),
    resultType: 'image/png',
    quality: { score: 0.9, reasons: [], metrics: { seams: 0.8 } },
    warnings: [],
    timings: { pose: 12, total: 34 },
    artifacts,
  });
  if (!completed) throw new Error('the job could not be completed');
  await letGo(gateway, lease);
  await announce(gateway, jobId);
}

/** Ends a job without a picture. */
export async function fail(gateway: TestGateway, lease: Lease): Promise<void> {
  const error = { code: 'NO_PERSON', message: 'No person was found.', stage: 'pose' } as const;
  await gateway.jobs.fail(lease, error);
  await letGo(gateway, lease);
  await announce(gateway, lease.jobId);
}

/** Takes an ended job out of its queue. */
async function letGo({ jobs, queues }: TestGateway, lease: Lease): Promise<void> {
  const job = await jobs.find(lease.jobId);
  if (job) await queues[job.kind].complete(lease);
}

/** Tells the bus how a job is. */
export async function announce({ jobs, events }: TestGateway, jobId: string): Promise<void> {
  const job = await jobs.find(jobId);
  if (!job) throw new Error('no such job');
  await events.publish({
    job_id: jobId,
    job_type: JOB_TYPES[job.kind],
    owner_id: job.ownerId,
    status: job.status,
    stage: job.stage,
    progress: job.progress,
    error_code: job.errorCode,
  });
}

/** Submits a job and completes it. @returns its id. */
export async function submitAndComplete(gateway: TestGateway): Promise<string> {
  const jobId = await submit(gateway);
  await complete(gateway, await beginNext(gateway));
  return jobId;
}
