import { ProteusError } from '@proteus/contracts/errors.ts';
import type { AttemptRule } from '@proteus/platform/throttle/attempt-throttle.ts';
import type { FastifyReply } from 'fastify';
import type { GatewayContext } from '../../context.ts';

const MINUTE_MS = 60_000;

/** Guesses at one account's password, wherever they come from. */
export const LOGINS_BY_EMAIL: AttemptRule = { limit: 10, windowMs: 15 * MINUTE_MS };
/** Logins from one address, whatever the accounts. */
export const LOGINS_BY_ADDRESS: AttemptRule = { limit: 100, windowMs: 15 * MINUTE_MS };
/** New accounts from one address; also bounds how many e-mail addresses can be probed. */
export const SIGN_UPS_BY_ADDRESS: AttemptRule = { limit: 20, windowMs: 60 * MINUTE_MS };

/** Counts an attempt. @throws {ProteusError} TOO_MANY_ATTEMPTS, with `Retry-After` on the reply. */
export async function limitAttempts(
  { throttle }: GatewayContext,
  reply: FastifyReply,
  key: string,
  rule: AttemptRule,
): Promise<void> {
  const { allowed, retryAfterMs } = await throttle.attempt(key, rule);
  if (allowed) return;
  reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
  throw new ProteusError('TOO_MANY_ATTEMPTS');
}
