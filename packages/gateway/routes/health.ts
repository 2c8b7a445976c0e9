import { healthSchema, modelListSchema, readinessSchema } from '@proteus/contracts/api/health.ts';
import type { GatewayApp } from '../context.ts';
import type { ProbeDependencies } from '../dependencies.ts';
import { clientSignal } from '../http/client-signal.ts';
import { checkReadiness } from '../services/check-readiness.ts';
import { noQuery } from './request-schemas.ts';

/** Whether the server lives, can work, and has its networks. Probes may add any query. */
export function healthRoutes(app: GatewayApp, context: ProbeDependencies): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get(
    '/health',
    {
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the process lives',
        tags: ['server'],
        response: { 200: healthSchema },
      },
    },
    async () => ({ status: 'ok' as const }),
  );

  app.get(
    '/health/ready',
    {
      schema: {
        operationId: 'getReadiness',
        summary: 'Whether jobs can be taken and done',
        tags: ['server'],
        response: { 200: readinessSchema, 503: readinessSchema },
      },
    },
    async (_request, reply) => {
      const readiness = await checkReadiness(context);
      if (!readiness.ready) reply.code(503).header('retry-after', 5);
      return reply.send(readiness);
    },
  );

  app.get(
    '/v1/health/models',
    {
      config: { errors: ['INVALID_REQUEST'] },
      schema: {
        operationId: 'listModels',
        summary: 'The network files that the configuration asks for',
        tags: ['server'],
        querystring: noQuery,
        response: { 200: modelListSchema },
      },
    },
    async (_request, reply) => ({
      models: [...(await context.modelStates(clientSignal(reply)))],
    }),
  );
}
