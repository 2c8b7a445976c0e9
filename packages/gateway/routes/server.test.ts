import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ERRORS } from '@proteus/contracts/errors.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { beginNext, fail, submit, submitAndComplete } from '../testing/work-on-job.ts';

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await createTestGateway({
    environment: { STORAGE_SIGNING_SECRET: 'a-secret-that-must-never-be-seen-anywhere' },
  });
});
afterEach(() => gateway.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'GET', url, headers });

describe('health', () => {
  it('lives, and is ready when everything answers', async () => {
    expect((await get('/health?probe=1')).json()).toEqual({ status: 'ok' });
    const ready = await get('/health/ready');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toEqual({
      ready: true,
      checks: { database: 'ok', queue: 'ok', storage: 'ok', engine: 'ok' },
    });
  });

  it('names what is missing, does not wait for ever, and gives no internals away', async () => {
    const { queues, store } = gateway;
    await gateway.close();
    gateway = await createTestGateway({
      parts: {
        queues: {
          ...queues,
          tailor: {
            ...queues.tailor,
            depth: () => Promise.reject(new Error('ECONNREFUSED 10.0.0.7')),
          },
        },
        store: { ...store, check: () => new Promise(() => {}) },
        engineHealth: () => ({ idle: 0, busy: 0, rss: 0 }),
      },
    });
    const reply = await get('/health/ready');
    expect(reply.statusCode).toBe(503);
    expect(reply.json()).toEqual({
      ready: false,
      checks: {
        database: 'ok',
        queue: 'not available',
        storage: 'no answer within 2 s',
        engine: 'not available',
      },
    });
    expect(gateway.log.join()).toContain('ECONNREFUSED 10.0.0.7');
  });

  it('lists the network files', async () => {
    expect((await get('/v1/health/models')).json()).toEqual({
      models: [{ name: 'pose', present: true, bytes: 3, problem: null }],
    });
  });
});

describe('the caller and the configuration', () => {
  it('knows one local user without a limit, and counts what was used', async () => {
    expect((await get('/v1/me')).json()).toEqual({ id: 'local', plan: 'local' });
    await submitAndComplete(gateway);
    await submit(gateway);
    await fail(gateway, await beginNext(gateway));
    await submit(gateway);
    const usage = (await get('/v1/me/usage')).json();
    expect(usage).toMatchObject({ plan: 'local', limit: null, used: 2 });
    expect(Date.parse(usage.period_end)).toBeGreaterThan(Date.now());
    expect(Date.parse(usage.period_start)).toBeLessThanOrEqual(Date.now());
  });

  it('shows the configuration in force, without secrets', async () => {
    const reply = await get('/v1/config');
    expect(reply.json().pipeline).toEqual(gateway.pipeline);
    expect(reply.json().limits).toMatchObject({ max_image_bytes: 26_214_400, max_queue: 1000 });
    expect(reply.body).not.toContain('never-be-seen');
  });
});

describe('metrics', () => {
  it('counts jobs and requests under the fixed names, and no label holds an id', async () => {
    const jobId = await submitAndComplete(gateway);
    await submit(gateway);
    await get(`/v1/jobs/${jobId}?wait=0`);
    await get('/nowhere/01KAH2V5Q3F0W8Z7T4M1N6C9XE');
    const { metrics } = gateway;
    metrics.jobStarted(1500);
    metrics.jobCompleted({
      timings: { pose: 40, total: 900 },
      quality: { score: 0.7, reasons: [], metrics: { seams: 0.6 } },
    });
    metrics.jobFailed('NO_PERSON');
    metrics.engineRestarted();
    const reply = await get('/metrics');
    expect(reply.headers['content-type']).toContain('text/plain');
    for (const line of [
      'vfr_jobs_created_total 2',
      'vfr_jobs_completed_total 1',
      'vfr_jobs_failed_total{reason="NO_PERSON"} 1',
      'vfr_jobs_in_queue{queue="weaver_jobs"} 1',
      'vfr_jobs_running{queue="weaver_jobs"} 0',
      'vfr_queue_backlog{queue="weaver_jobs"} 1',
      'vfr_jobs_in_queue{queue="tailor_jobs"} 0',
      'vfr_jobs_running{queue="tailor_jobs"} 0',
      'vfr_queue_backlog{queue="tailor_jobs"} 0',
      'vfr_job_latency_seconds_sum{stage="total"} 0.9',
      'vfr_job_wait_seconds_sum 1.5',
      'vfr_qa_score_count{metric="score"} 1',
      'vfr_engine_rss_bytes 1000000',
      'vfr_engine_restarts_total 1',
      'vfr_http_request_duration_seconds_count{route="/v1/jobs/tryon",method="POST",status="202"} 2',
      'vfr_http_request_duration_seconds_count{route="/v1/jobs/:job_id",method="GET",status="200"} 1',
      'vfr_http_request_duration_seconds_count{route="none",method="GET",status="404"} 1',
      'process_cpu_seconds_total',
    ]) {
      expect(reply.body).toContain(line);
    }
    expect(reply.body).not.toContain(jobId);
    expect(reply.body).not.toContain('01KAH2V5Q3F0W8Z7T4M1N6C9XE');
  });
});

describe('documentation', () => {
  it('serves Swagger UI from its package: nothing refers to another host', async () => {
    const page = await get('/docs');
    expect(page.statusCode).toBe(200);
    const references = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
    expect(references.length).toBeGreaterThan(3);
    for (const reference of references) {
      expect(reference).toMatch(/^\/docs\/static\//);
      expect((await get(String(reference))).statusCode).toBe(200);
    }
    const policy = String(page.headers['content-security-policy']);
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
    expect((await get('/docs/json')).statusCode).toBe(200);
  });

  it('describes every route of the API with its errors in OpenAPI 3.1', async () => {
    const document = (await get('/openapi.json')).json();
    expect(document.openapi).toMatch(/^3\.1/);
    const operations = Object.values(document.paths).flatMap((path) =>
      Object.values(path as object),
    );
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['submitTryon', 'getJob', 'getResult', 'retryJob']));
    for (const { responses } of operations) {
      const { examples } = responses[500].content['application/json'];
      expect(examples.INTERNAL.value.error.code).toBe('INTERNAL');
    }
    const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name!);
  });

  it('explains every error code where errors say', async () => {
    const { docs } = (await get('/nowhere')).json().error;
    const page = await get(docs.split('#')[0]);
    expect(page.headers['content-type']).toContain('text/html');
    for (const code of Object.keys(ERRORS)) expect(page.body).toContain(`id="${code}"`);
  });
});

describe('the web page', () => {
  it('is where the bare address leads', async () => {
    const reply = await get('/');
    expect([reply.statusCode, reply.headers.location]).toEqual([302, '/web/']);
  });

  it('says what to do when it was not built', async () => {
    for (const url of ['/web', '/web/', '/web/try']) {
      const reply = await get(url);
      expect(reply.statusCode).toBe(503);
      expect(reply.body).toContain('npm run build');
    }
  });

  it('is served with a strict policy; its own addresses lead to it, missing files do not', async () => {
    const webRoot = await mkdtemp(join(tmpdir(), 'proteus web-'));
    await mkdir(join(webRoot, 'assets'));
    await writeFile(join(webRoot, 'index.html'), '<title>Proteus</title>');
    await writeFile(join(webRoot, 'assets', 'main-1a2b.js'), 'run()');
    await writeFile(join(webRoot, '.secret'), 'hidden');
    await gateway.close();
    gateway = await createTestGateway({ parts: { webRoot } });
    try {
      for (const url of ['/web', '/web/', '/web/jobs/01KAH2', '/web/index.html']) {
        const page = await get(url);
        expect([page.statusCode, page.body]).toEqual([200, '<title>Proteus</title>']);
        const policy = String(page.headers['content-security-policy']);
        expect(policy).toContain("script-src 'self'");
        expect(policy).not.toMatch(/unsafe|https?:/);
        expect(page.headers['cache-control']).toBe('no-cache');
      }
      const asset = await get('/web/assets/main-1a2b.js');
      expect(asset.headers['cache-control']).toContain('immutable');
      const missing = [
        '/web/assets/main-9z.js',
        '/web/favicon.ico',
        '/web/..%2f..%2fetc%2fpasswd.txt',
        '/web/.secret.txt',
      ];
      for (const url of missing) {
        const reply = await get(url);
        expect([reply.statusCode, reply.json().error.code]).toEqual([404, 'NOT_FOUND']);
      }
      expect((await get('/web/.secret')).body).not.toContain('hidden');
    } finally {
      await rm(webRoot, { recursive: true });
    }
  });
});
