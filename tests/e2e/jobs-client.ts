import { readFile } from 'node:fs/promises';
import type { JobView } from '@proteus/contracts/api/jobs.ts';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import { samplePath } from '@proteus/samples/sample-path.ts';
import sharp from 'sharp';

const REQUEST_LIMIT_MS = 30_000;
/** Pixels across the small pictures. */
export const SMALL_WIDTH = 288;

/** The form that makes a job, of the sample pictures unless others are given. */
export async function tryOnForm(
  fields: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {},
): Promise<FormData> {
  const form = new FormData();
  const pictures = {
    user_image: new Uint8Array(await readFile(samplePath('person'))),
    garment_front: new Uint8Array(await readFile(samplePath('garment'))),
  };
  for (const [name, value] of Object.entries({ ...pictures, ...fields })) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, new Blob([value]), name);
  }
  return form;
}

/** The form of a job whose pictures are small, so that many of them take no minute. */
export async function smallTryOnForm(
  fields: Readonly<Record<string, string>> = {},
): Promise<FormData> {
  const shrink = async (file: string) =>
    new Uint8Array(await sharp(file).resize({ width: SMALL_WIDTH }).png().toBuffer());
  return tryOnForm({
    user_image: await shrink(samplePath('person')),
    garment_front: await shrink(samplePath('garment')),
    ...fields,
  });
}

/** Submits a job. @returns its id. @throws {Error} unless it was accepted. */
export async function submitJob(
  address: string,
  form: FormData,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await fetch(`${address}/v1/jobs/tryon`, {
    method: 'POST',
    body: form,
    headers,
    signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
  });
  const body = await answer.text();
  if (answer.status !== 202) throw new Error(`${answer.status} ${body}`);
  return JSON.parse(body).job_id;
}

export async function readJob(address: string, jobId: string, waitSeconds = 0): Promise<JobView> {
  const answer = await fetch(`${address}/v1/jobs/${jobId}?wait=${waitSeconds}`, {
    signal: AbortSignal.timeout(REQUEST_LIMIT_MS + waitSeconds * 1000),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as JobView;
}

/** Waits until a job has ended. @throws {Error} when it takes longer than the limit. */
export async function waitForEnd(
  address: string,
  jobId: string,
  limitMs: number,
): Promise<JobView> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const job = await readJob(address, jobId, 10);
    if (isFinal(job.status)) return job;
    if (Date.now() > deadline) throw new Error(`job ${jobId} is still ${job.status}`);
  }
}
