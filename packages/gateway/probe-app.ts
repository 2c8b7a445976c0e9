import type { FastifyInstance } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { GatewayApp } from './context.ts';
import type { ProbeDependencies } from './dependencies.ts';
import { createServer } from './http/create-server.ts';
import { registerErrorReplies } from './http/error-replies.ts';
import { observeRequests } from './http/observe-requests.ts';
import { validatorCompiler } from './http/validator-compiler.ts';
import { healthRoutes } from './routes/health.ts';
import { metricsRoutes } from './routes/metrics.ts';

/**
 * Builds the HTTP server of a process that serves nobody: `/health`, `/health/ready`, `/v1/health/models` and
 * `/metrics`, as the gateway has them. It does not listen yet.
 */
export async function createProbeApp(dependencies: ProbeDependencies): Promise<FastifyInstance> {
  const app = createServer(dependencies.logger);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerErrorReplies(app);
  observeRequests(app, dependencies);
  await app.register(async (scope: GatewayApp) => healthRoutes(scope, dependencies));
  metricsRoutes(app, dependencies);
  await app.ready();
  return app as unknown as FastifyInstance;
}
