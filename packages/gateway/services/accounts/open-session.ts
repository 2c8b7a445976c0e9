import type { Session } from '@proteus/contracts/api/user.ts';
import type { UserRow } from '@proteus/platform/database/users/users-repository.ts';
import type { FastifyReply } from 'fastify';
import { setSessionCookie } from '../../auth/session-cookie.ts';
import type { GatewayContext } from '../../context.ts';
import { viewProfile } from './view-profile.ts';

const HOUR_MS = 3_600_000;

/** Logs a user in: the answer and its cookie carry the same token. */
export async function openSession(
  context: GatewayContext,
  user: UserRow,
  reply: FastifyReply,
): Promise<Session> {
  const { users, tokens, settings } = context;
  const { id, expiresAt } = await users.openSession(user.id, settings.SESSION_HOURS * HOUR_MS);
  const token = await tokens.signSession({ userId: user.id, sessionId: id }, expiresAt);
  setSessionCookie(context, reply, token, expiresAt);
  return { user: viewProfile(user), token, expires_at: new Date(expiresAt).toISOString() };
}
