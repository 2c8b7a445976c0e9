import { resultQuerySchema } from '@proteus/contracts/api/results.ts';
import { z } from 'zod';
import { requireCaller } from '../auth/authenticate.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { clientSignal } from '../http/client-signal.ts';
import { matchesEntityTag } from '../http/entity-tag.ts';
import { resultUrl } from '../services/job-view.ts';
import { readResult, requireResult, resultTag } from '../services/read-result.ts';
import { requireJob } from '../services/require-job.ts';
import { conditionalHeaders, jobParams, pictureBody } from './request-schemas.ts';

/** A browser may keep a picture for an hour; whether a job's pictures still exist is asked then. */
const CACHE_CONTROL = 'private, max-age=3600';

/** A finished job's picture. */
export function resultRoutes(app: GatewayApp, context: GatewayContext): void {
  app.get(
    '/v1/jobs/:job_id/result',
    {
      config: {
        errors: [
          'INVALID_REQUEST',
          'UNAUTHORIZED',
          'NOT_FOUND',
          'JOB_NOT_FINISHED',
          'JOB_HAS_NO_RESULT',
          'RESULT_EXPIRED',
          'NOT_READY',
        ],
      },
      schema: {
        operationId: 'getResult',
        summary: 'The picture',
        tags: ['jobs'],
        params: jobParams,
        querystring: resultQuerySchema,
        headers: conditionalHeaders,
        response: {
          200: {
            description: 'The picture, in its stored format (PNG) or the one asked for.',
            content: {
              'image/png': { schema: pictureBody },
              'image/jpeg': { schema: pictureBody },
              'image/webp': { schema: pictureBody },
              'image/avif': { schema: pictureBody },
            },
          },
          304: z.undefined().describe('As the ETag says.'),
          307: z.undefined().describe('With RESULT_REDIRECT: the signed address of the picture.'),
        },
      },
    },
    async (request, reply) => {
      const { query, params, headers } = request;
      const { id: ownerId } = await requireCaller(context, request);
      const job = await requireJob(context, params.job_id, ownerId);
      const stored = requireResult(job);
      const asStored = query.format === undefined && query.width === undefined;
      if (context.settings.RESULT_REDIRECT && asStored) {
        const url = await resultUrl(context, job);
        if (url) return reply.header('cache-control', 'no-store').redirect(url, 307);
      }
      const tag = resultTag(job, query);
      reply.header('etag', tag).header('cache-control', CACHE_CONTROL);
      if (matchesEntityTag(headers['if-none-match'], tag)) return reply.code(304).send();
      const { bytes, contentType } = await readResult(context, stored, query, clientSignal(reply));
      const extension = contentType.replace('image/', '').replace('jpeg', 'jpg');
      return reply
        .type(contentType)
        .header('content-disposition', `inline; filename="tryon-${job.id}.${extension}"`)
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );
}
