import type { ErrorBody } from '@proteus/contracts/api/error-body.ts';
import type { Readiness, ReadinessCheck } from '@proteus/contracts/api/health.ts';
import type { ErrorCode } from '@proteus/contracts/errors.ts';
import { expect } from 'vitest';
import { smallTryOnForm } from '../e2e/jobs-client.ts';

/** What a gateway is asked while a service is away. */
export type Question = 'submit' | 'read' | 'list' | 'result' | 'login';

/** What a gateway says while a service is away. */
export interface Outage {
  /** Which checks of the readiness name it; with none, the gateway can do without it. */
  readonly checks: readonly ReadinessCheck[];
  /** What answers say that cannot be given without it. */
  readonly codes: readonly ErrorCode[];
  /** Questions that nobody can answer without it. */
  readonly unanswered: readonly Question[];
  /** Questions that are answered as ever. */
  readonly answered: readonly Question[];
}

/**
 * Asks everything again and again, and expects answers: right ones, or 503 with a code and a time to come back at.
 *
 * @param jobId a completed job.
 * @returns how long the slowest answer took, milliseconds.
 */
export async function probeOutage(
  address: string,
  jobId: string,
  { checks: named, codes, unanswered, answered }: Outage,
  durationMs: number,
): Promise<number> {
  const form = await smallTryOnForm();
  const email = 'nobody@example.org';
  const credentials = JSON.stringify({ email, password: 'a password of some length' });
  const questions: Record<Question, () => Promise<Response>> = {
    submit: () => fetch(`${address}/v1/jobs/tryon`, { method: 'POST', body: form }),
    read: () => fetch(`${address}/v1/jobs/${jobId}`),
    list: () => fetch(`${address}/v1/jobs?limit=1`),
    result: () => fetch(`${address}/v1/jobs/${jobId}/result`),
    login: () =>
      fetch(`${address}/user/login`, {
        method: 'POST',
        body: credentials,
        headers: { 'content-type': 'application/json' },
      }),
  };
  const end = Date.now() + durationMs;
  let slowestMs = 0;
  const timed = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const startedAt = Date.now();
    const answer = await ask();
    slowestMs = Math.max(slowestMs, Date.now() - startedAt);
    return answer;
  };
  const probeReadiness = async () => {
    const ready = await timed(() => fetch(`${address}/health/ready`));
    const { checks } = (await ready.json()) as Readiness;
    const away = Object.entries(checks).filter(([, state]) => state !== 'ok');
    const status = named.length > 0 ? 503 : 200;
    expect([ready.status, away.map(([name]) => name)]).toEqual([status, named]);
    if (status === 503) expect(ready.headers.get('retry-after')).toMatch(/^\d+$/);
  };
  const probe = async (question: Question) => {
    const answer = await timed(questions[question]);
    const text = await answer.text();
    const said = answer.ok ? null : (JSON.parse(text) as ErrorBody).error.code;
    if (answer.status >= 500 || unanswered.includes(question)) {
      expect([question, answer.status]).toEqual([question, 503]);
      expect(codes).toContain(said);
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    }
    if (answered.includes(question)) expect(codes, question).not.toContain(said);
  };
  // A job that is accepted would be nobody's.
  const asked = (Object.keys(questions) as Question[]).filter(
    (each) => each !== 'submit' || unanswered.includes(each),
  );
  do {
    await Promise.all([probeReadiness(), ...asked.map(probe)]);
  } while (Date.now() < end);
  return slowestMs;
}
