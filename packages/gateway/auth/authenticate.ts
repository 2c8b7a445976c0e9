import { ProteusError } from '@proteus/contracts/errors.ts';
import type { FastifyRequest } from 'fastify';
import type { GatewayContext } from '../context.ts';
import { ACCOUNT_PLAN, type Caller, LOCAL_CALLER } from './caller.ts';
import { requireSameOrigin } from './same-origin.ts';
import { readSessionCookie } from './session-cookie.ts';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Who sent a request to the Jobs API: the bearer of a token, the owner of a cookie, or the local
 * user where no login is asked for.
 *
 * @throws {ProteusError} UNAUTHORIZED when a bearer token is not valid, or a login is required and
 *   there is none; FORBIDDEN when another site's page sent a cookie along.
 */
export async function requireCaller(
  context: GatewayContext,
  request: FastifyRequest,
): Promise<Caller> {
  const known = await findUser(context, request);
  if (known !== null) return known;
  if (context.settings.AUTH_REQUIRED) throw new ProteusError('UNAUTHORIZED');
  return LOCAL_CALLER;
}

/**
 * The logged-in user who sent a request to the application API.
 *
 * @throws {ProteusError} UNAUTHORIZED, FORBIDDEN
 */
export async function requireUser(context: GatewayContext, request: FastifyRequest): Promise<User> {
  const known = await findUser(context, request);
  if (known === null) throw new ProteusError('UNAUTHORIZED');
  return known;
}

/**
 * A hook that refuses strangers before their pictures arrive.
 *
 * @throws {ProteusError} UNAUTHORIZED, FORBIDDEN
 */
export function authenticateFirst(context: GatewayContext) {
  return async (request: FastifyRequest): Promise<void> => {
    await requireCaller(context, request);
  };
}

type User = Caller & { readonly sessionId: string };

/** Asked once a request, however many ask. */
const found = new WeakMap<FastifyRequest, Promise<User | null>>();

function findUser(context: GatewayContext, request: FastifyRequest): Promise<User | null> {
  const known = found.get(request) ?? identify(context, request);
  found.set(request, known);
  return known;
}

async function identify(context: GatewayContext, request: FastifyRequest): Promise<User | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const user = await userOf(context, BEARER.exec(authorization)?.[1]);
    // A token that was shown on purpose and is wrong must not pass for no token at all.
    if (user === null)
      throw new ProteusError('UNAUTHORIZED', { message: 'The token is not valid.' });
    return user;
  }
  const user = await userOf(context, readSessionCookie(request) ?? undefined);
  if (user !== null) requireSameOrigin(request, context.settings.PUBLIC_URL);
  return user;
}

async function userOf({ tokens, users }: GatewayContext, token: string | undefined) {
  const claims = token === undefined ? null : await tokens.readSession(token);
  if (claims === null) return null;
  const session = await users.findSession(claims.sessionId);
  if (session === null || session.userId !== claims.userId) return null;
  return { id: session.userId, plan: ACCOUNT_PLAN, sessionId: session.id };
}
