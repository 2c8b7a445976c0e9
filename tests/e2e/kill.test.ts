import { setTimeout as sleep } from 'node:timers/promises';
import type { JobList, JobView } from '@proteus/contracts/api/jobs.ts';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PRETENDING_ENGINES } from '../faults/pretending-engines.ts';
import {
  readJob,
  SMALL_WIDTH,
  smallTryOnForm,
  submitJob,
  tryOnForm,
  waitForEnd,
} from './jobs-client.ts';
import { isAlive, residentPages } from './process-tree.ts';
import { seededRandom } from './seeded-random.ts';
import { createDataFolder, isReady, QUICK_POSE, startServer, type TestServer } from './server.ts';

/** `tests/faults` does more of both. */
const JOBS = 12;
const KILLS = 4;
/** Milliseconds that an engine that pretends works at a job. */
const WORK = { seed: '500' };
const JOB_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 300_000;

let folder: Awaited<ReturnType<typeof createDataFolder>>;
const servers: TestServer[] = [];

async function start(environment: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const server = await startServer(folder.path, environment);
  servers.push(server);
  return server;
}

beforeEach(async () => {
  folder = await createDataFolder();
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.end('SIGKILL');
  await folder.remove();
});

/** Those engines that live. */
async function survivors(engines: Iterable<number>): Promise<readonly number[]> {
  const alive = await Promise.all(
    [...engines].map(async (pid) => ((await isAlive(pid)) ? [pid] : [])),
  );
  return alive.flat();
}

/** Waits until a job's state is as wanted, looking often. */
async function waitUntil(
  address: string,
  jobId: string,
  wanted: (job: JobView) => boolean,
): Promise<JobView> {
  const deadline = Date.now() + JOB_LIMIT_MS;
  for (;;) {
    const job = await readJob(address, jobId);
    if (wanted(job)) return job;
    if (isFinal(job.status) || Date.now() > deadline) {
      throw new Error(`job ${jobId} is ${job.status} ${job.error?.code ?? ''}`);
    }
    await sleep(30);
  }
}

const inTheMiddle = ({ stage }: JobView) => stage === 'person-parsing' || stage === 'garment';

/** The engine that does try-ons: it has the networks in memory, the others only decode pictures. */
async function tryOnEngine(server: TestServer): Promise<number> {
  const engines = await server.engines();
  const sizes = await Promise.all(engines.map(residentPages));
  return engines[sizes.indexOf(Math.max(...sizes))] as number;
}

async function metric(address: string, name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1]);
}

/** Reads a result to its last pixel. */
async function resultSize(address: string, jobId: string): Promise<readonly [number, number]> {
  const answer = await fetch(`${address}/v1/jobs/${jobId}/result`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const { info } = await sharp(bytes, { failOn: 'warning' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [info.width, info.height];
}

describe('a server that is killed', () => {
  it(
    'finishes every accepted job after its restarts, once, and loses none',
    async () => {
      const random = seededRandom(20);
      let server = await start(PRETENDING_ENGINES);
      const engines = new Set(await server.engines());
      const form = await smallTryOnForm(WORK);
      const accepted = new Map<string, string>();
      const finishedAt = new Map<string, string>();
      const lookAtAll = async () => {
        for (const jobId of accepted.values()) {
          const { status, updated_at } = await readJob(server.address, jobId);
          if (status !== 'completed') continue;
          // A job that has ended is never touched again.
          expect(finishedAt.get(jobId) ?? updated_at).toBe(updated_at);
          finishedAt.set(jobId, updated_at);
        }
      };

      /** As a client does: the same key again until there is an answer. */
      const submitAll = async () => {
        for (let index = 0; index < JOBS; index++) {
          const key = `client-${index}`;
          while (!accepted.has(key)) {
            const headers = { 'idempotency-key': key };
            await submitJob(server.address, form, headers).then(
              (jobId) => accepted.set(key, jobId),
              () => sleep(100),
            );
          }
        }
      };
      const killAll = async () => {
        for (let kill = 0; kill < KILLS; kill++) {
          await sleep(200 + 1_300 * random());
          await server.end('SIGKILL');
          server = await start(PRETENDING_ENGINES);
          for (const engine of await server.engines()) engines.add(engine);
          await lookAtAll();
        }
      };
      await Promise.all([submitAll(), killAll()]);

      const ids = [...accepted.values()];
      expect(new Set(ids).size).toBe(JOBS);
      for (const jobId of ids) {
        const job = await waitForEnd(server.address, jobId, JOB_LIMIT_MS);
        expect([job.status, job.error]).toEqual(['completed', null]);
        expect((await resultSize(server.address, jobId))[0]).toBe(SMALL_WIDTH);
      }
      await lookAtAll();
      const list = await fetch(`${server.address}/v1/jobs?limit=100`);
      const { jobs } = (await list.json()) as JobList;
      expect(jobs.map(({ job_id }) => job_id).sort()).toEqual(ids.sort());

      expect(await server.end('SIGTERM')).toBe(0);
      expect(await survivors(engines)).toEqual([]);
    },
    TEST_LIMIT_MS,
  );

  it(
    'leaves no engine behind, not even one in the middle of its work',
    async () => {
      const server = await start(QUICK_POSE);
      const jobId = await submitJob(server.address, await smallTryOnForm());
      await waitUntil(server.address, jobId, inTheMiddle);
      const engines = await server.engines();
      expect(engines).not.toEqual([]);
      await server.end('SIGKILL');
      await expect.poll(() => survivors(engines), { timeout: JOB_LIMIT_MS }).toEqual([]);
    },
    TEST_LIMIT_MS,
  );
});

describe('an engine that is killed', () => {
  it(
    'costs its job an attempt and nothing else',
    async () => {
      const server = await start();
      const jobId = await submitJob(server.address, await tryOnForm());
      await waitUntil(server.address, jobId, inTheMiddle);
      process.kill(await tryOnEngine(server), 'SIGKILL');
      const job = await waitForEnd(server.address, jobId, JOB_LIMIT_MS);
      expect(job).toMatchObject({ status: 'completed', attempts: 2, error: null });
      expect(await isReady(server.address)).toBe(true);
      expect(await metric(server.address, 'vfr_engine_restarts_total')).toBe(1);
    },
    TEST_LIMIT_MS,
  );

  it(
    'fails a job that has no attempt left, which may then be tried again',
    async () => {
      const server = await start({ JOB_MAX_ATTEMPTS: '1' });
      const jobId = await submitJob(server.address, await tryOnForm());
      await waitUntil(server.address, jobId, inTheMiddle);
      process.kill(await tryOnEngine(server), 'SIGKILL');
      const failed = await waitForEnd(server.address, jobId, JOB_LIMIT_MS);
      expect(failed).toMatchObject({ status: 'failed', error: { code: 'ENGINE_CRASHED' } });

      await fetch(`${server.address}/v1/jobs/${jobId}/retry`, { method: 'POST' });
      const job = await waitForEnd(server.address, jobId, JOB_LIMIT_MS);
      expect(job).toMatchObject({ status: 'completed', error: null });
    },
    TEST_LIMIT_MS,
  );
});

describe('a server that is asked to stop', () => {
  it(
    'finishes the job under way, keeps those that wait, and ends with 0',
    async () => {
      const server = await start();
      const form = await tryOnForm();
      const [first, second] = [
        await submitJob(server.address, form),
        await submitJob(server.address, form),
      ];
      await waitUntil(server.address, first, inTheMiddle);
      expect(await server.end('SIGTERM')).toBe(0);

      const again = await start();
      const done = await readJob(again.address, first);
      expect(done).toMatchObject({ status: 'completed', attempts: 1 });
      const waited = await waitForEnd(again.address, second, JOB_LIMIT_MS);
      expect(waited).toMatchObject({ status: 'completed', attempts: 1 });
    },
    TEST_LIMIT_MS,
  );
});
