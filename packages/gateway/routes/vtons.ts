import {
  createVtonSchema,
  updateVtonSchema,
  type VtonChanges,
  vtonListQuerySchema,
  vtonListSchema,
  vtonSchema,
} from '@proteus/contracts/api/vtons.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { VtonRow } from '@proteus/platform/database/vtons/vtons-repository.ts';
import { z } from 'zod';
import { requireUser } from '../auth/authenticate.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { requireUploads } from '../services/vtons/require-upload.ts';
import { viewVton } from '../services/vtons/view-vton.ts';
import { noQuery } from './request-schemas.ts';

const tags = ['app'];
const params = z.object({ id: z.string() });
const UNNAMED = 'Try-on';

/** The try-ons of the app: make, list, look, change, remove. */
export function vtonRoutes(app: GatewayApp, context: GatewayContext): void {
  const { vtons } = context;

  app.get(
    '/vton',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED'] },
      schema: {
        operationId: 'listVtons',
        summary: 'Own try-ons, newest first',
        tags,
        querystring: vtonListQuerySchema,
        response: { 200: vtonListSchema },
      },
    },
    async (request) => {
      const { id } = await requireUser(context, request);
      const { cursor, limit } = request.query;
      const page = await vtons.list(id, cursor, limit);
      const views = await Promise.all(page.vtons.map((vton) => viewVton(context, vton)));
      return { vtons: views, next_cursor: page.nextCursor };
    },
  );

  app.post(
    '/vton',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'] },
      schema: {
        operationId: 'createVton',
        summary: 'Begin a try-on',
        tags,
        querystring: noQuery,
        body: createVtonSchema,
        response: { 201: vtonSchema },
      },
    },
    async (request, reply) => {
      const { id } = await requireUser(context, request);
      const { name = UNNAMED, ...changes } = request.body;
      const vton = await vtons.create(id, name, rowChanges(id, changes));
      return reply.code(201).send(await viewVton(context, vton));
    },
  );

  app.get(
    '/vton/:id',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'NOT_FOUND'] },
      schema: {
        operationId: 'getVton',
        summary: 'One try-on',
        tags,
        params,
        querystring: noQuery,
        response: { 200: vtonSchema },
      },
    },
    async (request) => {
      const { id } = await requireUser(context, request);
      return await viewVton(context, known(await vtons.find(request.params.id, id)));
    },
  );

  app.put(
    '/vton/:id',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'] },
      schema: {
        operationId: 'updateVton',
        summary: 'Change a try-on',
        tags,
        params,
        querystring: noQuery,
        body: updateVtonSchema,
        response: { 200: vtonSchema },
      },
    },
    async (request) => {
      const { id } = await requireUser(context, request);
      const changes = rowChanges(id, request.body);
      return await viewVton(context, known(await vtons.update(request.params.id, id, changes)));
    },
  );

  app.delete(
    '/vton/:id',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'] },
      schema: {
        operationId: 'deleteVton',
        summary: 'Remove a try-on',
        description: 'Its jobs are canceled; their pictures go after their retention time.',
        tags,
        params,
        querystring: noQuery,
        response: { 204: z.undefined().describe('Done.') },
      },
    },
    async (request, reply) => {
      const { id } = await requireUser(context, request);
      const { jobId, tailorJobId } = known(await vtons.remove(request.params.id, id));
      for (const job of [jobId, tailorJobId]) if (job !== null) await context.jobs.cancel(job);
      return reply.code(204).send();
    },
  );
}

/** @throws {ProteusError} NOT_FOUND */
function known(vton: VtonRow | null): VtonRow {
  if (vton === null) throw new ProteusError('NOT_FOUND', { message: 'There is no such try-on.' });
  return vton;
}

/** @throws {ProteusError} NOT_FOUND when a key is not one of the user's uploads. */
function rowChanges(userId: string, { user_snap_s3, uncleaned_outfit_s3, ...rest }: VtonChanges) {
  requireUploads(userId, { user_snap_s3, uncleaned_outfit_s3 });
  return { ...rest, userSnapKey: user_snap_s3, outfitKey: uncleaned_outfit_s3 };
}
