import type { GatewayApp } from '../context.ts';
import type { ProbeDependencies } from '../dependencies.ts';

/** Addresses that answer to no route share one label, so that guessing makes no new series. */
const NO_ROUTE = 'none';

/** Gives every answer its request id, counts it and logs it; never its query, which may be signed. */
export function observeRequests(app: GatewayApp, { metrics }: ProbeDependencies): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? NO_ROUTE;
    const { method } = request;
    const status = reply.statusCode;
    const seconds = reply.elapsedTime / 1000;
    metrics.requestAnswered({ route, method, status, seconds });
    request.log.info({ method, route, status, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}
