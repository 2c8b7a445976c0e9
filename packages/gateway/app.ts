import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { GatewayApp, GatewayContext } from './context.ts';
import type { GatewayDependencies } from './dependencies.ts';
import { guardAgainstForeignPages } from './http/browser-guard.ts';
import { createServer } from './http/create-server.ts';
import { registerErrorReplies } from './http/error-replies.ts';
import { observeRequests } from './http/observe-requests.ts';
import { parseJson } from './http/parse-json.ts';
import { createPermits } from './http/permits.ts';
import { registerSecurityHeaders } from './http/security-headers.ts';
import { validatorCompiler } from './http/validator-compiler.ts';
import { registerApiDocument } from './openapi/api-document.ts';
import { appJobRoutes } from './routes/app-jobs.ts';
import { artifactRoutes } from './routes/artifacts.ts';
import { callerRoutes } from './routes/caller.ts';
import { configurationRoutes } from './routes/configuration.ts';
import { documentationRoutes } from './routes/documentation.ts';
import { healthRoutes } from './routes/health.ts';
import { imageRoutes } from './routes/images.ts';
import { jobRoutes } from './routes/jobs.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { parseRoutes } from './routes/parse.ts';
import { resultRoutes } from './routes/results.ts';
import { socketRoutes } from './routes/socket.ts';
import { storageRoutes } from './routes/storage.ts';
import { tryonRoutes } from './routes/try-ons.ts';
import { userRoutes } from './routes/user.ts';
import { vtonRoutes } from './routes/vtons.ts';
import { webRoutes } from './routes/web.ts';

/** Submissions whose pictures are in memory at once; others wait on disk. */
const INTAKE_PERMITS = 4;

/**
 * Builds the HTTP server of the Jobs API. It does not listen yet; `app.close()` ends long polls
 * and waits for the requests under way.
 */
export async function createApp(dependencies: GatewayDependencies): Promise<FastifyInstance> {
  const app = createServer(dependencies.logger);
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  const context: GatewayContext = {
    ...dependencies,
    uploads: createPermits(dependencies.settings.MAX_PARALLEL_UPLOADS),
    intake: createPermits(INTAKE_PERMITS),
    closing: closing.signal,
  };

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerErrorReplies(app);
  observeRequests(app, context);
  guardAgainstForeignPages(app, context);
  parseJson(app);
  await app.register(cookie);
  await registerSecurityHeaders(app);
  await registerApiDocument(app);

  await app.register(async (scope: GatewayApp) => tryonRoutes(scope, context));
  await app.register(async (scope: GatewayApp) => parseRoutes(scope, context));
  jobRoutes(app, context);
  resultRoutes(app, context);
  artifactRoutes(app, context);
  configurationRoutes(app, context);
  callerRoutes(app, context);
  userRoutes(app, context);
  vtonRoutes(app, context);
  imageRoutes(app, context);
  appJobRoutes(app, context);
  await app.register(async (scope: GatewayApp) => socketRoutes(scope, context));
  await app.register(async (scope: GatewayApp) => healthRoutes(scope, context));
  metricsRoutes(app, context);
  await app.register(async (scope: GatewayApp) => storageRoutes(scope, context));
  await documentationRoutes(app);
  await webRoutes(app, context);
  await app.ready();
  return app as unknown as FastifyInstance;
}
