import type { Readiness, ReadinessCheck } from '@proteus/contracts/api/health.ts';
import type { ProbeDependencies } from '../dependencies.ts';
import { readQueueDepths } from './queue-depths.ts';

const CHECK_TIME_LIMIT_MS = 2_000;

/** Looks at everything that a job needs; each look ends after two seconds. */
export async function checkReadiness(context: ProbeDependencies): Promise<Readiness> {
  const [database, queue, storage, engine] = await Promise.all([
    check(context, 'database', () => context.jobs.find('readiness')),
    check(context, 'queue', () => readQueueDepths(context.queues)),
    check(context, 'storage', (signal) => context.store.check(signal)),
    check(context, 'engine', async () => requireEngine(context)),
  ]);
  const checks = { database, queue, storage, engine };
  return { ready: Object.values(checks).every((answer) => answer === 'ok'), checks };
}

function requireEngine({ engineHealth }: ProbeDependencies): void {
  const { idle, busy } = engineHealth();
  if (idle + busy === 0) throw new Error('no engine process runs');
}

/** `ok`, or a word that gives nothing away; the log has the reason. */
async function check(
  { logger }: ProbeDependencies,
  name: ReadinessCheck,
  look: (signal: AbortSignal) => Promise<unknown>,
): Promise<string> {
  const limit = AbortSignal.timeout(CHECK_TIME_LIMIT_MS);
  const timeUp = new Promise<'time'>((resolve) => {
    limit.addEventListener('abort', () => resolve('time'), { once: true });
  });
  try {
    const outcome = await Promise.race([look(limit).then(() => 'ok'), timeUp]);
    if (outcome === 'ok') return 'ok';
    logger.warn({ check: name }, 'a readiness check took too long');
    return `no answer within ${CHECK_TIME_LIMIT_MS / 1000} s`;
  } catch (error) {
    logger.warn({ err: error, check: name }, 'a readiness check failed');
    return 'not available';
  }
}
