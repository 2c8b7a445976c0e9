import {
  acceptedJobSchema,
  tailorJobSchema,
  weaverJobSchema,
} from '@proteus/contracts/api/vtons.ts';
import type { ErrorCode } from '@proteus/contracts/errors.ts';
import { requireUser } from '../auth/authenticate.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { clientSignal } from '../http/client-signal.ts';
import { handInToTailor, handInToWeaver } from '../services/vtons/hand-in.ts';
import { noQuery } from './request-schemas.ts';

const ERRORS: readonly ErrorCode[] = [
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
];

/** Hands the app's uploads to the workers. */
export function appJobRoutes(app: GatewayApp, context: GatewayContext): void {
  app.post(
    '/jobs/weaver',
    {
      config: { errors: [...ERRORS, 'PROVIDER_DISABLED'] },
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
      const job = await handInToWeaver(context, id, request.body, clientSignal(reply));
      return reply.code(202).send({ job_id: job.id });
    },
  );

  app.post(
    '/jobs/tailor',
    {
      config: { errors: ERRORS },
      schema: {
        operationId: 'createTailorJob',
        summary: 'Cut the outfit out of its photo',
        description:
          'The upload is checked before the job is accepted. The result is a PNG of the garment alone, transparent around it, tightly cropped, at the photo’s own resolution; the try-on shows it as `cleaned_outfit_s3`.',
        tags: ['app'],
        querystring: noQuery,
        body: tailorJobSchema,
        response: { 202: acceptedJobSchema },
      },
    },
    async (request, reply) => {
      const { id } = await requireUser(context, request);
      const job = await handInToTailor(context, id, request.body, clientSignal(reply));
      return reply.code(202).send({ job_id: job.id });
    },
  );
}
