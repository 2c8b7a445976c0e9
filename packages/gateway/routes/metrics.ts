import type { GatewayApp } from '../context.ts';
import type { ProbeDependencies } from '../dependencies.ts';
import { readQueueDepths } from '../services/queue-depths.ts';

/** Measurements for Prometheus; they are given even when the queue is down. */
export function metricsRoutes(
  app: GatewayApp,
  { metrics, queues, engineHealth }: ProbeDependencies,
): void {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const depths = await readQueueDepths(queues).catch((error: unknown) => {
      request.log.warn({ err: error }, 'the queues could not be measured');
      return [];
    });
    const { text, contentType } = await metrics.expose({
      depths,
      engineRssBytes: engineHealth().rss,
    });
    return reply.header('cache-control', 'no-store').type(contentType).send(text);
  });
}
