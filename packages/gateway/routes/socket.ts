import websocket from '@fastify/websocket';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { eventTime } from '@proteus/platform/events/event-id.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { type SocketOwner, serveSocket } from '../websocket/user-socket.ts';

/** The protocol that we speak; a token may stand beside it, as `token.…`. */
const PROTOCOL = 'proteus';
const TOKEN_PROTOCOL = /^token\.(.+)$/;
/** Clients have nothing to say. */
const LARGEST_MESSAGE = 1024;

const querySchema = z.strictObject({
  token: z.string().max(2048).optional(),
  last_event_id: z
    .string()
    .max(100)
    .refine((id) => eventTime(id) !== null, 'must be the event_id of a message')
    .optional(),
});

/** `WS /ws`: how the jobs of the user go, as it happens. */
export async function socketRoutes(app: GatewayApp, context: GatewayContext): Promise<void> {
  await app.register(websocket, {
    options: {
      maxPayload: LARGEST_MESSAGE,
      handleProtocols: (protocols) => (protocols.has(PROTOCOL) ? PROTOCOL : false),
    },
  });
  const owners = new WeakMap<FastifyRequest, SocketOwner>();
  app.get(
    '/ws',
    {
      websocket: true,
      schema: { hide: true, querystring: querySchema },
      preHandler: async (request) => {
        owners.set(request, await requireOwner(context, request));
      },
    },
    (socket, request) => serveSocket(context, socket, owners.get(request)!),
  );
}

/** @throws {ProteusError} UNAUTHORIZED when the token is missing, wrong, too old, or used before. */
async function requireOwner(
  { tokens, users }: GatewayContext,
  request: FastifyRequest,
): Promise<SocketOwner> {
  const { token = tokenAmongProtocols(request), last_event_id } = request.query as z.infer<
    typeof querySchema
  >;
  const claims = token === undefined ? null : await tokens.readWebSocket(token);
  if (claims === null) throw new ProteusError('UNAUTHORIZED');
  const session = await users.findSession(claims.sessionId);
  const isGood = session !== null && (await users.spendToken(claims.tokenId, claims.expiresAt));
  if (!isGood) throw new ProteusError('UNAUTHORIZED');
  const since = last_event_id === undefined ? null : eventTime(last_event_id);
  return { userId: claims.userId, sessionId: claims.sessionId, since };
}

function tokenAmongProtocols({ headers }: FastifyRequest): string | undefined {
  const offered = headers['sec-websocket-protocol']?.split(',') ?? [];
  return offered.flatMap((protocol) => TOKEN_PROTOCOL.exec(protocol.trim())?.[1] ?? [])[0];
}
