import { randomUUID } from 'node:crypto';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { GatewayApp } from '../context.ts';
import { HTTP_OPTIONS, JSON_BODY_LIMIT, SERVER_TIMEOUTS } from '../server-options.ts';
import { malformedRequestReply, replyWithError } from './error-replies.ts';
import { requestId } from './request-id.ts';

/** A server without routes; strict about what it reads, and with our own words for what it cannot read. */
export function createServer(logger: FastifyBaseLogger): GatewayApp {
  return Fastify({
    loggerInstance: logger,
    genReqId: requestId,
    requestIdHeader: false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_BODY_LIMIT,
    http: HTTP_OPTIONS,
    requestTimeout: SERVER_TIMEOUTS.requestTimeout,
    connectionTimeout: SERVER_TIMEOUTS.connectionTimeout,
    keepAliveTimeout: SERVER_TIMEOUTS.keepAliveTimeout,
    // Requests on open connections are still answered while the server closes.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request: FastifyRequest, reply: FastifyReply) => {
      reply.header('x-request-id', request.id);
      replyWithError(request, reply, error);
    },
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) return;
      socket.end(malformedRequestReply(error.code, randomUUID()));
    },
  }).withTypeProvider<ZodTypeProvider>();
}
