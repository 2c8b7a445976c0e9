import {
  jobListQuerySchema,
  jobListSchema,
  jobQuerySchema,
  jobViewSchema,
} from '@proteus/contracts/api/jobs.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireCaller } from '../auth/authenticate.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { clientSignal } from '../http/client-signal.ts';
import { matchesEntityTag } from '../http/entity-tag.ts';
import { announceJob } from '../services/announce-job.ts';
import { viewJob, viewJobs } from '../services/job-view.ts';
import { requireJob } from '../services/require-job.ts';
import { requireCapacity } from '../services/submit-job.ts';
import { waitForJob } from '../services/wait-for-job.ts';
import { conditionalHeaders, jobParams, noQuery } from './request-schemas.ts';

/** A job's state: look, wait, list, cancel, retry. */
export function jobRoutes(app: GatewayApp, context: GatewayContext): void {
  const ownerOf = async (request: FastifyRequest) => (await requireCaller(context, request)).id;

  app.get(
    '/v1/jobs',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED'] },
      schema: {
        operationId: 'listJobs',
        summary: 'Own jobs, newest first',
        tags: ['jobs'],
        querystring: jobListQuerySchema,
        response: { 200: jobListSchema },
      },
    },
    async (request, reply) => {
      const ownerId = await ownerOf(request);
      const page = await context.jobs.list({ ownerId, ...request.query });
      const views = await viewJobs(context, page.jobs);
      reply.header('cache-control', 'no-store');
      return { jobs: views.map(({ view }) => view), next_cursor: page.nextCursor };
    },
  );

  app.get(
    '/v1/jobs/:job_id',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'NOT_FOUND'] },
      schema: {
        operationId: 'getJob',
        summary: 'How a job is doing',
        description:
          'With `wait`, the answer comes when the job is final; with `wait` and `If-None-Match`, when it changed.',
        tags: ['jobs'],
        params: jobParams,
        querystring: jobQuerySchema,
        headers: conditionalHeaders,
        response: { 200: jobViewSchema, 304: z.undefined().describe('As the ETag says.') },
      },
    },
    async (request, reply) => {
      const ownerId = await ownerOf(request);
      const known = request.headers['if-none-match'];
      const { view, tag } = await waitForJob(
        context,
        { jobId: request.params.job_id, ownerId, seconds: request.query.wait, known },
        clientSignal(reply),
      );
      reply.header('etag', tag).header('cache-control', 'private, no-cache');
      if (matchesEntityTag(known, tag)) return reply.code(304).send();
      return view;
    },
  );

  app.delete(
    '/v1/jobs/:job_id',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'NOT_FOUND'] },
      schema: {
        operationId: 'cancelJob',
        summary: 'Cancel a job',
        description:
          'A waiting job is canceled at once (200), a running one as soon as its worker hears of it (202). A job that has ended stays as it is (200).',
        tags: ['jobs'],
        params: jobParams,
        querystring: noQuery,
        response: { 200: jobViewSchema, 202: jobViewSchema },
      },
    },
    async (request, reply) => {
      const ownerId = await ownerOf(request);
      const { id } = await requireJob(context, request.params.job_id, ownerId);
      const outcome = await context.jobs.cancel(id);
      const job = await requireJob(context, id, ownerId);
      if (outcome !== 'already-final') await announceJob(context, job);
      const { view } = await viewJob(context, job);
      return reply.code(outcome === 'requested' ? 202 : 200).send(view);
    },
  );

  app.post(
    '/v1/jobs/:job_id/retry',
    {
      config: {
        errors: [
          'INVALID_REQUEST',
          'UNAUTHORIZED',
          'NOT_FOUND',
          'JOB_NOT_RETRYABLE',
          'RESULT_EXPIRED',
          'QUEUE_FULL',
          'PROVIDER_DISABLED',
        ],
      },
      schema: {
        operationId: 'retryJob',
        summary: 'Begin a failed or canceled job again',
        tags: ['jobs'],
        params: jobParams,
        querystring: noQuery,
        response: { 202: jobViewSchema },
      },
    },
    async (request, reply) => {
      const ownerId = await ownerOf(request);
      const { id, kind, resultRemovedAt } = await requireJob(
        context,
        request.params.job_id,
        ownerId,
      );
      if (resultRemovedAt !== null) {
        const message = "The job's pictures were deleted after their retention time.";
        throw new ProteusError('RESULT_EXPIRED', { message });
      }
      await requireCapacity(context, kind);
      if (!(await context.jobs.retry(id))) throw new ProteusError('JOB_NOT_RETRYABLE');
      const job = await requireJob(context, id, ownerId);
      await announceJob(context, job);
      const { view } = await viewJob(context, job);
      return reply.code(202).send(view);
    },
  );
}
