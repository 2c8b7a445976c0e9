import swaggerUi from '@fastify/swagger-ui';
import type { GatewayApp } from '../context.ts';
import { ERRORS_PATH } from '../errors/error-body.ts';
import { errorsAsPage } from '../errors/error-reference.ts';
import { DOCUMENTATION_POLICY } from '../http/security-headers.ts';

/** The documentation, all of it from this server. */
export async function documentationRoutes(app: GatewayApp): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  );

  const page = errorsAsPage();
  app.get(ERRORS_PATH, { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('content-security-policy', DOCUMENTATION_POLICY)
      .type('text/html; charset=utf-8')
      .send(page),
  );

  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: DOCUMENTATION_POLICY,
    theme: { title: 'Proteus API' },
    uiConfig: { layout: 'BaseLayout', docExpansion: 'list', tryItOutEnabled: true },
  });
}
