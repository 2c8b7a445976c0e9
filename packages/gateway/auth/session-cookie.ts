import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../context.ts';

const NAME = 'proteus_session';

/** Out of reach of scripts, and not sent by other sites' forms. */
const attributes = ({ settings }: GatewayContext) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.PUBLIC_URL?.startsWith('https:') ?? false,
  }) as const;

/** The login's token that the browser sent, if any. */
export function readSessionCookie(request: FastifyRequest): string | null {
  return request.cookies[NAME] ?? null;
}

/** @param expiresAt milliseconds since the epoch. */
export function setSessionCookie(
  context: GatewayContext,
  reply: FastifyReply,
  token: string,
  expiresAt: number,
): void {
  reply.setCookie(NAME, token, { ...attributes(context), expires: new Date(expiresAt) });
}

export function clearSessionCookie(context: GatewayContext, reply: FastifyReply): void {
  reply.clearCookie(NAME, attributes(context));
}
