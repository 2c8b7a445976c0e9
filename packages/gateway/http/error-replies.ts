import { ERRORS, ProteusError } from '@proteus/contracts/errors.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayApp } from '../context.ts';
import { errorBody } from '../errors/error-body.ts';
import { toProteusError } from '../errors/to-proteus-error.ts';
import { linger } from './linger.ts';
import { createMethodTable } from './method-table.ts';

/** Seconds after which it makes sense to come back. */
const RETRY_AFTER: Readonly<Record<string, number>> = {
  QUEUE_FULL: 15,
  TOO_MANY_UPLOADS: 5,
  NOT_READY: 5,
  DATABASE_UNAVAILABLE: 5,
  QUEUE_UNAVAILABLE: 5,
  STORAGE_UNAVAILABLE: 5,
};

/** Answers with an error in its one shape. */
export function replyWithError(
  request: FastifyRequest,
  reply: FastifyReply,
  thrown: unknown,
): FastifyReply {
  const error = toProteusError(thrown);
  if (error.status >= 500) request.log.error({ err: thrown }, error.code);
  else request.log.debug({ err: thrown }, error.code);
  linger(request.raw);
  const seconds = RETRY_AFTER[error.code];
  if (seconds !== undefined) reply.header('retry-after', seconds);
  return reply
    .header('cache-control', 'no-store')
    .code(error.status)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(errorBody(error, request.id));
}

/** Gives every error of the server its one shape: thrown ones, unknown addresses, wrong methods. */
export function registerErrorReplies(app: GatewayApp): void {
  const table = createMethodTable();
  app.addHook('onRoute', (route) => table.add(route));
  const notFound = (request: FastifyRequest, reply: FastifyReply) => {
    const methods = table.methodsOf(request.url.split('?', 1)[0] ?? '');
    if (methods.length === 0 || methods.includes(request.method)) {
      return replyWithError(request, reply, new ProteusError('NOT_FOUND'));
    }
    reply.header('allow', methods.join(', '));
    return replyWithError(request, reply, new ProteusError('METHOD_NOT_ALLOWED'));
  };
  app.setNotFoundHandler(notFound);
  app.setErrorHandler((error, request, reply) =>
    // The body of a request that goes nowhere may be of any kind.
    request.is404 ? notFound(request, reply) : replyWithError(request, reply, error),
  );
}

/** The answer to bytes that are no HTTP request, or that came too slowly. */
export function malformedRequestReply(code: string | undefined, requestId: string): string {
  const error =
    code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? new ProteusError('REQUEST_TIMEOUT')
      : new ProteusError('INVALID_REQUEST', { message: 'This is not a valid HTTP request.' });
  const body = JSON.stringify(errorBody(error, requestId));
  const reason = ERRORS[error.code].status === 408 ? 'Request Timeout' : 'Bad Request';
  return [
    `HTTP/1.1 ${error.status} ${reason}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
