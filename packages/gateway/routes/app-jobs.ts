import { acceptedJobSchema, weaverJobSchema } from '@proteus/contracts/api/vtons.ts';
import { requireUser } from '../auth/authenticate.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { clientSignal } from '../http/client-signal.ts';
import { submitVton } from '../services/vtons/submit-vton.ts';
import { noQuery } from './request-schemas.ts';

/** Hands the app's uploads to the workers. */
export function appJobRoutes(app: GatewayApp, context: GatewayContext): void {
  app.post(
    '/jobs/weaver',
    {
      config: {
        errors: [
          'INVALID_REQUEST',
          'UNAUTHORIZED',
          'FORBIDDEN',
          'NOT_FOUND',
          'UPLOAD_MISSING',
          'IMAGE_FILE_TOO_LARGE',
          'IMAGE_TYPE_UNSUPPORTED',
          'IMAGE_TOO_MANY_PIXELS',
          'IMAGE_TOO_SMALL',
          'IMAGE_UNREADABLE',
          'IMAGE_DECODE_LIMIT',
          'TOO_MANY_UPLOADS',
          'QUEUE_FULL',
          'PROVIDER_DISABLED',
        ],
      },
      schema: {
        operationId: 'createWeaverJob',
        summary: 'Try it on',
        description: 'Both uploads are checked before the job is accepted.',
        tags: ['app'],
        querystring: noQuery,
        body: weaverJobSchema,
        response: { 202: acceptedJobSchema },
      },
    },
    async (request, reply) => {
      const { id } = await requireUser(context, request);
      const job = await submitVton(context, id, request.body, clientSignal(reply));
      return reply.code(202).send({ job_id: job.id });
    },
  );
}
