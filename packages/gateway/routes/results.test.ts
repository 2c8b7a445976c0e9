import { jobResultKey } from '@proteus/contracts/jobs/job-keys.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { beginNext, complete, fail, submit, submitAndComplete } from '../testing/work-on-job.ts';

const { signal } = new AbortController();
let gateway: TestGateway;

beforeEach(async () => {
  gateway = await createTestGateway();
});
afterEach(() => gateway.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'GET', url, headers });

describe('GET /v1/jobs/{job_id}/result', () => {
  it('gives the picture with its type, name and ETag', async () => {
    const jobId = await submitAndComplete(gateway);
    const reply = await get(`/v1/jobs/${jobId}/result`);
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toBe('picture result');
    expect(reply.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': '14',
      'content-disposition': `inline; filename="tryon-${jobId}.png"`,
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
    });
    const etag = String(reply.headers.etag);
    const again = await get(`/v1/jobs/${jobId}/result`, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('gives it in other formats and widths, each with an ETag of its own', async () => {
    const jobId = await submitAndComplete(gateway);
    const queries = ['', '?format=jpeg', '?format=webp', '?format=avif', '?width=100'];
    const replies = await Promise.all(
      [...queries, '?format=jpeg&width=100'].map((query) =>
        get(`/v1/jobs/${jobId}/result${query}`),
      ),
    );
    expect(replies.map(({ body }) => body)).toEqual([
      'picture result',
      'jpeg as it is picture result',
      'webp as it is picture result',
      'avif as it is picture result',
      'png 100 picture result',
      'jpeg 100 picture result',
    ]);
    expect(replies[1]?.headers['content-disposition']).toContain('.jpg"');
    expect(new Set(replies.map(({ headers }) => headers.etag)).size).toBe(6);
  });

  it('does not write a picture anew that has the format already', async () => {
    const jobId = await submitAndComplete(gateway);
    expect((await get(`/v1/jobs/${jobId}/result?format=png`)).body).toBe('picture result');
  });

  it('answers HEAD without the picture', async () => {
    const jobId = await submitAndComplete(gateway);
    const url = `/v1/jobs/${jobId}/result`;
    const reply = await gateway.app.inject({ method: 'HEAD', url });
    expect([reply.statusCode, reply.body]).toEqual([200, '']);
    expect(reply.headers['content-length']).toBe('14');
  });

  it.each([
    ['format=gif', 'format'],
    ['width=0', 'width'],
    ['width=5000', 'width'],
    ['width=wide', 'width'],
    ['height=5', 'height'],
  ])('refuses ?%s', async (query, path) => {
    const reply = await get(`/v1/jobs/${await submitAndComplete(gateway)}/result?${query}`);
    expect([reply.statusCode, reply.json().error.details[0].path]).toEqual([400, path]);
  });

  it('says when there is no picture: not yet, not at all, no longer', async () => {
    const jobId = await submit(gateway);
    const url = `/v1/jobs/${jobId}/result`;
    expect((await get(url)).json().error.code).toBe('JOB_NOT_FINISHED');
    const lease = await beginNext(gateway);
    const running = await get(url);
    expect([running.statusCode, running.json().error.code]).toEqual([409, 'JOB_NOT_FINISHED']);
    await fail(gateway, lease);
    const failed = await get(url);
    expect([failed.statusCode, failed.json().error.code]).toEqual([409, 'JOB_HAS_NO_RESULT']);
    expect(failed.json().error.message).toContain('NO_PERSON');

    const done = await submitAndComplete(gateway);
    await gateway.jobs.markResultRemoved(done);
    const removed = await get(`/v1/jobs/${done}/result`);
    expect([removed.statusCode, removed.json().error.code]).toEqual([410, 'RESULT_EXPIRED']);
    const view = (await get(`/v1/jobs/${done}`)).json();
    expect([view.result_path, view.result_url]).toEqual([null, null]);
  });

  it('answers 410 when the bytes are gone before the row says so', async () => {
    const jobId = await submitAndComplete(gateway);
    await gateway.store.remove(jobResultKey(jobId), signal);
    expect((await get(`/v1/jobs/${jobId}/result`)).statusCode).toBe(410);
  });

  it('redirects to the signed address when the server is set so, but not for other formats', async () => {
    await gateway.close();
    gateway = await createTestGateway({
      environment: { RESULT_REDIRECT: '1', PUBLIC_URL: 'https://fitting.example' },
    });
    const jobId = await submitAndComplete(gateway);
    const reply = await get(`/v1/jobs/${jobId}/result`);
    expect(reply.statusCode).toBe(307);
    const { origin, pathname, search } = new URL(String(reply.headers.location));
    expect(origin).toBe('https://fitting.example');
    expect((await get(pathname + search)).body).toBe('picture result');
    expect((await get(`/v1/jobs/${jobId}/result?format=webp`)).statusCode).toBe(200);
  });
});

describe('GET /v1/jobs/{job_id}/artifacts', () => {
  it('lists the intermediate pictures and gives each', async () => {
    const jobId = await submitAndComplete(gateway);
    const { artifacts } = (await get(`/v1/jobs/${jobId}/artifacts`)).json();
    expect(artifacts).toEqual([
      { name: 'person_mask', path: `/v1/jobs/${jobId}/artifacts/person_mask` },
      { name: 'controls/edge', path: `/v1/jobs/${jobId}/artifacts/controls/edge` },
    ]);
    for (const { name, path } of artifacts) {
      const reply = await get(path);
      expect([reply.statusCode, reply.body]).toEqual([200, `picture ${name}`]);
      const etag = String(reply.headers.etag);
      expect((await get(path, { 'if-none-match': etag })).statusCode).toBe(304);
    }
  });

  it('has none for a job that kept none, and none of other names', async () => {
    const jobId = await submit(gateway);
    expect((await get(`/v1/jobs/${jobId}/artifacts`)).json()).toEqual({ artifacts: [] });
    await complete(gateway, await beginNext(gateway));
    for (const name of ['pose', '', '..%2Finputs%2Fperson', 'controls%2Fedge%00']) {
      const reply = await get(`/v1/jobs/${jobId}/artifacts/${name}`);
      expect(reply.statusCode).toBe(404);
    }
  });

  it('says that they are gone after the retention time', async () => {
    const jobId = await submitAndComplete(gateway);
    await gateway.jobs.markResultRemoved(jobId);
    expect((await get(`/v1/jobs/${jobId}/artifacts`)).json()).toEqual({ artifacts: [] });
    expect((await get(`/v1/jobs/${jobId}/artifacts/person_mask`)).statusCode).toBe(410);
  });
});
