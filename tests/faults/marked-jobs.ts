import { setTimeout as sleep } from 'node:timers/promises';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import sharp from 'sharp';
import { expect } from 'vitest';
import { readJob, submitJob } from '../e2e/jobs-client.ts';

/** A job whose pictures are of one colour each, and of a size, that no other job of its scenario has. */
export interface MarkedJob {
  readonly id: string;
  /** The client's own name of it: the idempotency key. */
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly person: Colour;
  readonly garment: Colour;
}

type Colour = readonly [number, number, number];

const PAUSE_MS = 100;
const LOWEST_SIDE = 32;
const SIDES = 16;

/**
 * Submits jobs as a patient client does: the same key again until there is an answer.
 *
 * @param gateway where to send the next request; it may change.
 * @param workMs how long the work of one takes.
 */
export async function submitMarkedJobs(
  scenario: string,
  count: number,
  gateway: () => string,
  workMs: number,
): Promise<readonly MarkedJob[]> {
  const jobs: MarkedJob[] = [];
  for (let index = 0; index < count; index++) {
    const key = `${scenario}-${index}`;
    const width = LOWEST_SIDE + 2 * (index % SIDES);
    const height = LOWEST_SIDE + 2 * (Math.floor(index / SIDES) % SIDES);
    const person: Colour = [255 - (index % 200), 20, 30 + (index >> 4)];
    const garment: Colour = [20, index % 256, 255 - (index >> 4)];
    const marks = { key, width, height, person, garment };
    const form = new FormData();
    form.set('user_image', await paint(width, height, person), 'person.png');
    form.set('garment_front', await paint(width, height, garment), 'garment.png');
    form.set('seed', String(workMs));
    for (let id: string | null = null; id === null; ) {
      id = await submitJob(gateway(), form, { 'idempotency-key': key }).catch(() => null);
      if (id === null) await sleep(PAUSE_MS);
      else jobs.push({ id, ...marks });
    }
  }
  return jobs;
}

/** Until every job has ended, as clients see it; gateways may come and go. */
export async function waitForAll(
  jobs: readonly MarkedJob[],
  gateway: () => string,
  limitMs: number,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  for (const { id } of jobs) {
    for (;;) {
      const job = await readJob(gateway(), id, 1).catch(() => null);
      if (job !== null && isFinal(job.status)) break;
      if (Date.now() > deadline) throw new Error(`job ${id} is still ${job?.status ?? 'unknown'}`);
      if (job === null) await sleep(PAUSE_MS);
    }
  }
}

/** Expects of a result that it is all there, and made of this job's pictures. */
export async function expectWhole(job: MarkedJob, gateway: string): Promise<void> {
  const answer = await fetch(`${gateway}/v1/jobs/${job.id}/result`);
  const { data, info } = await sharp(await answer.arrayBuffer(), { failOn: 'warning' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([job.width, job.height]);
  const last = data.length - info.channels;
  expect([...data.subarray(0, 3), ...data.subarray(last, last + 3)]).toEqual([
    ...job.person,
    ...job.garment,
  ]);
}

async function paint(width: number, height: number, [r, g, b]: Colour): Promise<Blob> {
  const background = { r, g, b };
  const picture = sharp({ create: { width, height, channels: 3, background } });
  return new Blob([new Uint8Array(await picture.png().toBuffer())], { type: 'image/png' });
}
