import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { createServer } from './http/create-server.ts';
import { registerErrorReplies } from './http/error-replies.ts';
import type { ExposedArbitratorMetrics } from './metrics/arbitrator-metrics.ts';

/** Builds the HTTP server of an arbitrator: `/health`, `/health/ready` and `/metrics`. It does not listen yet. */
export async function createArbitratorApp(
  metrics: Pick<ExposedArbitratorMetrics, 'isWell' | 'expose'>,
  logger: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const app = createServer(logger);
  registerErrorReplies(app);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = metrics.isWell();
    if (!ready) reply.code(503).header('retry-after', 5);
    return { ready };
  });
  app.get('/metrics', async (_request, reply) => {
    const { text, contentType } = await metrics.expose();
    return reply.type(contentType).send(text);
  });
  await app.ready();
  return app as unknown as FastifyInstance;
}
