import type { GatewayApp, GatewayContext } from '../context.ts';

/** Measurements for Prometheus. */
export function metricsRoutes(
  app: GatewayApp,
  { metrics, queue, engineHealth }: GatewayContext,
): void {
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    const { waiting, active } = await queue.depth();
    const sample = { waiting, active, engineRssBytes: engineHealth().rss };
    const { text, contentType } = await metrics.expose(sample);
    return reply.header('cache-control', 'no-store').type(contentType).send(text);
  });
}
