import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { announce, beginNext, complete, fail, submit } from '../testing/work-on-job.ts';

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await createTestGateway();
});
afterEach(() => gateway.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'GET', url, headers });

describe('GET /v1/jobs/{job_id}', () => {
  it('shows a waiting job with its place in the queue', async () => {
    await submit(gateway);
    const jobId = await submit(gateway);
    const reply = await get(`/v1/jobs/${jobId}`);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({
      job_id: jobId,
      status: 'queued',
      stage: null,
      progress: 0,
      error: null,
      result_path: null,
      result_url: null,
      queue_position: 1,
    });
  });

  it('shows a running job with its stage, a failed one with its error, a completed one with its result', async () => {
    const jobId = await submit(gateway);
    const lease = await beginNext(gateway);
    await gateway.jobs.setProgress(lease, { stage: 'warp', progress: 0.5 });
    expect((await get(`/v1/jobs/${jobId}`)).json()).toMatchObject({
      status: 'running',
      stage: 'warp',
      progress: 0.5,
      queue_position: null,
    });
    await fail(gateway, lease);
    expect((await get(`/v1/jobs/${jobId}`)).json()).toMatchObject({
      status: 'failed',
      error: { code: 'NO_PERSON', message: 'No person was found.', stage: 'pose' },
      result_path: null,
    });

    const other = await submit(gateway);
    await complete(gateway, await beginNext(gateway));
    const view = (await get(`/v1/jobs/${other}`)).json();
    expect(view).toMatchObject({
      status: 'completed',
      result_path: `/v1/jobs/${other}/result`,
      quality: { score: 0.9 },
      timings: { pose: 12, total: 34 },
    });
    expect((await get(view.result_url)).statusCode).toBe(200);
  });

  it('answers 304 while nothing changed, and 200 when something did', async () => {
    const jobId = await submit(gateway);
    const { etag } = (await get(`/v1/jobs/${jobId}`)).headers;
    const same = await get(`/v1/jobs/${jobId}`, { 'if-none-match': String(etag) });
    expect([same.statusCode, same.body, same.headers.etag]).toEqual([304, '', etag]);
    await beginNext(gateway);
    const changed = await get(`/v1/jobs/${jobId}`, { 'if-none-match': String(etag) });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
  });

  it('changes the ETag of a finished job before its signed address expires', async () => {
    let now = Date.now();
    await gateway.close();
    gateway = await createTestGateway({ parts: { clock: () => now } });
    const jobId = await submit(gateway);
    await complete(gateway, await beginNext(gateway));
    const { etag } = (await get(`/v1/jobs/${jobId}`)).headers;
    now += 45 * 60_000;
    const later = await get(`/v1/jobs/${jobId}`, { 'if-none-match': String(etag) });
    expect(later.statusCode).toBe(200);
  });

  it('waits until the job is final', async () => {
    const jobId = await submit(gateway);
    const lease = await beginNext(gateway);
    const waiting = get(`/v1/jobs/${jobId}?wait=20`);
    await gateway.jobs.setProgress(lease, { stage: 'pose', progress: 0.1 });
    await announce(gateway, jobId);
    const first = await Promise.race([waiting, pause(150).then(() => 'still waiting')]);
    expect(first).toBe('still waiting');
    await complete(gateway, lease);
    expect((await waiting).json().status).toBe('completed');
  });

  it('wakes a client that knows a state as soon as there is another one', async () => {
    const jobId = await submit(gateway);
    const lease = await beginNext(gateway);
    const { etag } = (await get(`/v1/jobs/${jobId}`)).headers;
    const waiting = get(`/v1/jobs/${jobId}?wait=20`, { 'if-none-match': String(etag) });
    await pause(50);
    await gateway.jobs.setProgress(lease, { stage: 'warp', progress: 0.4 });
    await announce(gateway, jobId);
    expect((await waiting).json()).toMatchObject({ status: 'running', progress: 0.4 });
  });

  it('answers with the state as it is when the time is up', async () => {
    const jobId = await submit(gateway);
    const { etag } = (await get(`/v1/jobs/${jobId}`)).headers;
    expect((await get(`/v1/jobs/${jobId}?wait=0.1`)).json().status).toBe('queued');
    const known = await get(`/v1/jobs/${jobId}?wait=0.1`, { 'if-none-match': String(etag) });
    expect(known.statusCode).toBe(304);
  });

  it('sees a change whose event was lost', async () => {
    const jobId = await submit(gateway);
    const lease = await beginNext(gateway);
    const waiting = get(`/v1/jobs/${jobId}?wait=20`);
    await pause(50);
    await gateway.jobs.markCanceled(lease);
    expect((await waiting).json().status).toBe('canceled');
  });

  it.each(['61', '-1', 'soon', '1&wait=2'])('refuses wait=%s', async (wait) => {
    const reply = await get(`/v1/jobs/${await submit(gateway)}?wait=${wait}`);
    expect([reply.statusCode, reply.json().error.details[0].path]).toEqual([400, 'wait']);
  });

  it('answers 404 for an unknown job and for one of somebody else', async () => {
    const foreign = await foreignJob();
    const answers = await Promise.all(
      ['01KAH2V5Q3F0W8Z7T4M1N6C9XE', foreign, '%00', 'x'.repeat(90)].flatMap((id) => [
        get(`/v1/jobs/${id}`),
        get(`/v1/jobs/${id}?wait=1`),
        get(`/v1/jobs/${id}/result`),
        get(`/v1/jobs/${id}/artifacts`),
        get(`/v1/jobs/${id}/artifacts/pose`),
        gateway.app.inject({ method: 'DELETE', url: `/v1/jobs/${id}` }),
        gateway.app.inject({ method: 'POST', url: `/v1/jobs/${id}/retry` }),
      ]),
    );
    const messages = answers.map((reply) => {
      const { code, message } = reply.json().error;
      return `${reply.statusCode} ${code} ${message}`;
    });
    expect(new Set(messages)).toEqual(new Set(['404 NOT_FOUND There is no such job.']));
  });
});

describe('DELETE /v1/jobs/{job_id}', () => {
  const cancel = (jobId: string) =>
    gateway.app.inject({ method: 'DELETE', url: `/v1/jobs/${jobId}` });

  it('cancels a waiting job at once, takes it out of the queue, and may be repeated', async () => {
    const jobId = await submit(gateway);
    const replies = [await cancel(jobId), await cancel(jobId)];
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(replies.map((reply) => reply.json().status)).toEqual(['canceled', 'canceled']);
    expect(await gateway.queues.weaver.depth()).toEqual({ waiting: 0, active: 0 });
  });

  it('asks the worker of a running job to stop, and says so', async () => {
    const jobId = await submit(gateway);
    const lease = await beginNext(gateway);
    const reply = await cancel(jobId);
    expect([reply.statusCode, reply.json().status]).toEqual([202, 'running']);
    expect(await gateway.jobs.setProgress(lease, { stage: 'pose', progress: 0.2 })).toBe(false);
  });

  it('leaves a finished job as it is', async () => {
    const jobId = await submit(gateway);
    await complete(gateway, await beginNext(gateway));
    const reply = await cancel(jobId);
    expect([reply.statusCode, reply.json().status]).toEqual([200, 'completed']);
  });

  it('wakes those who wait for the job', async () => {
    const jobId = await submit(gateway);
    const waiting = get(`/v1/jobs/${jobId}?wait=20`);
    await pause(50);
    await cancel(jobId);
    expect((await waiting).json().status).toBe('canceled');
  });

  it('takes a request that names a content type and has no body', async () => {
    const jobId = await submit(gateway);
    const reply = await gateway.app.inject({
      method: 'DELETE',
      url: `/v1/jobs/${jobId}`,
      headers: { 'content-type': 'application/json' },
      payload: '',
    });
    expect(reply.statusCode).toBe(200);
  });
});

describe('POST /v1/jobs/{job_id}/retry', () => {
  const retry = (jobId: string) =>
    gateway.app.inject({ method: 'POST', url: `/v1/jobs/${jobId}/retry` });

  it('puts a failed job back into the queue with a clean slate', async () => {
    const jobId = await submit(gateway);
    await fail(gateway, await beginNext(gateway));
    const reply = await retry(jobId);
    expect(reply.statusCode).toBe(202);
    expect(reply.json()).toMatchObject({ status: 'queued', error: null, queue_position: 0 });
  });

  it('refuses jobs that neither failed nor were canceled', async () => {
    const jobId = await submit(gateway);
    expect([(await retry(jobId)).statusCode]).toEqual([409]);
    await complete(gateway, await beginNext(gateway));
    expect((await retry(jobId)).json().error.code).toBe('JOB_NOT_RETRYABLE');
  });

  it('refuses jobs whose pictures are gone', async () => {
    const jobId = await submit(gateway);
    await fail(gateway, await beginNext(gateway));
    await gateway.jobs.markResultRemoved(jobId);
    const reply = await retry(jobId);
    expect([reply.statusCode, reply.json().error.code]).toEqual([410, 'RESULT_EXPIRED']);
  });

  it('is refused like a submission when the queue is full', async () => {
    await gateway.close();
    gateway = await createTestGateway({ environment: { MAX_QUEUE: '1' } });
    const jobId = await submit(gateway);
    await fail(gateway, await beginNext(gateway));
    await submit(gateway);
    expect((await retry(jobId)).json().error.code).toBe('QUEUE_FULL');
  });
});

describe('GET /v1/jobs', () => {
  it('shows every job once, newest first, whatever the page size', async () => {
    const made: string[] = [];
    for (let i = 0; i < 7; i++) made.push(await submit(gateway));
    const newestFirst = made.toReversed();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (limit) => {
        const seen: string[] = [];
        let cursor = '';
        do {
          const page = (await get(`/v1/jobs?limit=${limit}&cursor=${cursor}`)).json();
          expect(page.jobs.length).toBeLessThanOrEqual(limit);
          seen.push(...page.jobs.map((job: { job_id: string }) => job.job_id));
          cursor = page.next_cursor;
        } while (cursor);
        expect(seen).toEqual(newestFirst);
      }),
      { numRuns: 9 },
    );
  });

  it('filters by status, takes empty parameters for absent ones, and shows own jobs only', async () => {
    await foreignJob();
    const first = await submit(gateway);
    const second = await submit(gateway);
    await gateway.app.inject({ method: 'DELETE', url: `/v1/jobs/${first}` });
    const ids = async (query: string) =>
      (await get(`/v1/jobs${query}`)).json().jobs.map((job: { job_id: string }) => job.job_id);
    expect(await ids('?status=canceled')).toEqual([first]);
    expect(await ids('?status=queued&cursor=&limit=')).toEqual([second]);
    expect(await ids('')).toEqual([second, first]);
  });

  it.each([
    ['status=done', 'status'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=1.5', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['page=2', 'page'],
  ])('refuses ?%s', async (query, path) => {
    const reply = await get(`/v1/jobs?${query}`);
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: 'INVALID_REQUEST', details: [{ path }] });
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A job that another owner submitted. */
async function foreignJob(): Promise<string> {
  const id = '01KAH2V5Q3F0W8Z7T4M1N6C9XF';
  await gateway.jobs.accept({
    id,
    kind: 'weaver',
    ownerId: 'somebody-else',
    category: 'auto',
    corrections: NO_CORRECTIONS,
    seed: 1,
    options: {},
    config: gateway.pipeline,
    person: { key: 'person', hash: 'p' },
    garment: { key: 'garment', hash: 'g' },
    garmentSide: null,
    idempotency: null,
  });
  return id;
}
