import { artifactListSchema } from '@proteus/contracts/api/results.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { jobArtifactKey } from '@proteus/contracts/jobs/job-keys.ts';
import { z } from 'zod';
import { requireCaller } from '../auth/authenticate.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { clientSignal } from '../http/client-signal.ts';
import { entityTag, matchesEntityTag } from '../http/entity-tag.ts';
import { readStored } from '../services/read-result.ts';
import { requireJob } from '../services/require-job.ts';
import { conditionalHeaders, jobParams, noQuery, pictureBody } from './request-schemas.ts';

/** The intermediate pictures of a job that ran with `debug.keep_artifacts`. */
export function artifactRoutes(app: GatewayApp, context: GatewayContext): void {
  const artifactsPath = (jobId: string) => `/v1/jobs/${jobId}/artifacts`;

  app.get(
    artifactsPath(':job_id'),
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'NOT_FOUND'] },
      schema: {
        operationId: 'listArtifacts',
        summary: 'Intermediate pictures of a job',
        description: 'Empty unless the job ran with `debug.keep_artifacts`.',
        tags: ['jobs'],
        params: jobParams,
        querystring: noQuery,
        response: { 200: artifactListSchema },
      },
    },
    async (request) => {
      const { id: ownerId } = await requireCaller(context, request);
      const job = await requireJob(context, request.params.job_id, ownerId);
      const names = job.resultRemovedAt === null ? job.artifacts : [];
      return {
        artifacts: names.map((name) => ({ name, path: `${artifactsPath(job.id)}/${name}` })),
      };
    },
  );

  app.get(
    `${artifactsPath(':job_id')}/*`,
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'NOT_FOUND', 'RESULT_EXPIRED'] },
      schema: {
        operationId: 'getArtifact',
        summary: 'One intermediate picture',
        description: 'The name may have segments, as in `controls/edge`.',
        tags: ['jobs'],
        params: jobParams.extend({ '*': z.string().describe('Name of the artifact.') }),
        querystring: noQuery,
        headers: conditionalHeaders,
        response: {
          200: { description: 'The picture.', content: { 'image/png': { schema: pictureBody } } },
          304: z.undefined().describe('As the ETag says.'),
        },
      },
    },
    async (request, reply) => {
      const { job_id, '*': name } = request.params;
      const { id: ownerId } = await requireCaller(context, request);
      const job = await requireJob(context, job_id, ownerId);
      if (!job.artifacts.includes(name)) {
        throw new ProteusError('NOT_FOUND', { message: 'The job has no such artifact.' });
      }
      if (job.resultRemovedAt !== null) throw new ProteusError('RESULT_EXPIRED');
      const tag = entityTag(job.id, job.finishedAt, name);
      reply.header('etag', tag).header('cache-control', 'private, max-age=3600');
      if (matchesEntityTag(request.headers['if-none-match'], tag)) return reply.code(304).send();
      const bytes = await readStored(
        context.store,
        jobArtifactKey(job.id, name),
        clientSignal(reply),
      );
      return reply
        .type('image/png')
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );
}
