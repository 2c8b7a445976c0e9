import type { FastifyReply } from 'fastify';

/**
 * Aborts when the client hangs up before it got its answer. (The request's own `close` would not
 * do: it fires as soon as the body has been read.)
 */
export function clientSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
