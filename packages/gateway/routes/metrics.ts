import type { GatewayApp, GatewayContext } from '../context.ts';

/** Measurements for Prometheus; they are given even when the queue is down. */
export function metricsRoutes(
  app: GatewayApp,
  { metrics, queue, engineHealth }: GatewayContext,
): void {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const jobs = await queue.depth().catch((error: unknown) => {
      request.log.warn({ err: error }, 'the queue could not be measured');
      return null;
    });
    const { text, contentType } = await metrics.expose({
      jobs,
      engineRssBytes: engineHealth().rss,
    });
    return reply.header('cache-control', 'no-store').type(contentType).send(text);
  });
}
