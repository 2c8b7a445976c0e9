import { errorBodySchema } from '@proteus/contracts/api/error-body.ts';
import { ERRORS, isErrorCode } from '@proteus/contracts/errors.ts';
import { waitForEnd } from '../jobs-client.ts';
import type { HostileInput, Verdict } from './hostile-input.ts';
import { type HttpAnswer, sendRequest } from './http-request.ts';

/** What became of an input. */
export interface Trial {
  readonly verdict: Verdict;
  readonly status: number;
  /** Of an accepted job: `completed`, or the code with which it failed. */
  readonly end: string | null;
}

const ANSWER_LIMIT_MS = 60_000;
const JOB_LIMIT_MS = 120_000;
/** Traces, modules and folders are the log's business. */
const INTERNALS = /node_modules|\.ts:\d|\/tmp\/|SQLITE|at async/;

/** Sends an input and waits for what becomes of it. @throws {Error} when an answer is not in order. */
export async function tryInput(address: string, { request }: HostileInput): Promise<Trial> {
  const answer = await sendRequest(address, request, AbortSignal.timeout(ANSWER_LIMIT_MS));
  if (answer.status === 202) {
    const job = await waitForEnd(address, JSON.parse(answer.body).job_id, JOB_LIMIT_MS);
    const end = job.status === 'failed' ? (job.error?.code ?? 'no code') : job.status;
    return { verdict: 'accepted', status: 202, end };
  }
  return { verdict: refusalCode(answer), status: answer.status, end: null };
}

function refusalCode({ status, contentType, body }: HttpAnswer): Verdict {
  const shown = `${status} ${contentType} ${body.slice(0, 500)}`;
  if (!contentType.startsWith('application/json')) throw new Error(`not JSON: ${shown}`);
  const { code } = errorBodySchema.parse(JSON.parse(body)).error;
  if (!isErrorCode(code) || ERRORS[code].status !== status) throw new Error(`code: ${shown}`);
  if (status < 400 || status >= 500) throw new Error(`status: ${shown}`);
  if (INTERNALS.test(body)) throw new Error(`internals: ${shown}`);
  return code;
}
