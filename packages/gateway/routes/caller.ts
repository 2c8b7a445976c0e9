import { callerSchema, usageSchema } from '@proteus/contracts/api/caller.ts';
import { requireCaller } from '../auth/authenticate.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { noQuery } from './request-schemas.ts';

/** Who is asking. Where no login is needed, whoever has none is the one local user. */
export function callerRoutes(app: GatewayApp, context: GatewayContext): void {
  const { jobs, clock } = context;
  app.get(
    '/v1/me',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED'] },
      schema: {
        operationId: 'getCaller',
        summary: 'Who the caller is',
        tags: ['server'],
        querystring: noQuery,
        response: { 200: callerSchema },
      },
    },
    async (request) => {
      const { id, plan } = await requireCaller(context, request);
      return { id, plan };
    },
  );

  app.get(
    '/v1/me/usage',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED'] },
      schema: {
        operationId: 'getUsage',
        summary: 'What the caller used this month',
        tags: ['server'],
        querystring: noQuery,
        response: { 200: usageSchema },
      },
    },
    async (request) => {
      const { id, plan } = await requireCaller(context, request);
      const now = new Date(clock());
      const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth()));
      const end = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1));
      return {
        plan,
        limit: null,
        used: await jobs.countUsed(id, start.getTime()),
        period_start: start.toISOString(),
        period_end: end.toISOString(),
      };
    },
  );
}
