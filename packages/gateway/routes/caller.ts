import { callerSchema, usageSchema } from '@proteus/contracts/api/caller.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { LOCAL_USER } from '../services/local-user.ts';
import { noQuery } from './request-schemas.ts';

/** Who is asking. Without accounts, everybody who reaches the server is its one local user. */
export function callerRoutes(app: GatewayApp, { jobs, clock }: GatewayContext): void {
  app.get(
    '/v1/me',
    {
      config: { errors: ['INVALID_REQUEST'] },
      schema: {
        operationId: 'getCaller',
        summary: 'Who the caller is',
        tags: ['server'],
        querystring: noQuery,
        response: { 200: callerSchema },
      },
    },
    async () => LOCAL_USER,
  );

  app.get(
    '/v1/me/usage',
    {
      config: { errors: ['INVALID_REQUEST'] },
      schema: {
        operationId: 'getUsage',
        summary: 'What the caller used this month',
        tags: ['server'],
        querystring: noQuery,
        response: { 200: usageSchema },
      },
    },
    async () => {
      const now = new Date(clock());
      const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth()));
      const end = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1));
      return {
        plan: LOCAL_USER.plan,
        limit: null,
        used: await jobs.countUsed(LOCAL_USER.id, start.getTime()),
        period_start: start.toISOString(),
        period_end: end.toISOString(),
      };
    },
  );
}
