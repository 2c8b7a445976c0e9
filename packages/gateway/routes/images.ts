import {
  downloadUrlRequestSchema,
  downloadUrlSchema,
  uploadUrlRequestSchema,
  uploadUrlSchema,
} from '@proteus/contracts/api/images.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { uploadKey } from '@proteus/contracts/jobs/user-keys.ts';
import { createJobId as createUploadId } from '@proteus/platform/database/create-job-id.ts';
import { requireUser } from '../auth/authenticate.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { clientSignal } from '../http/client-signal.ts';
import { ownsKey } from '../services/vtons/owns-key.ts';
import { noQuery } from './request-schemas.ts';

const UPLOAD_SECONDS = 15 * 60;
const DOWNLOAD_SECONDS = 60 * 60;

/** Addresses under which a browser brings pictures to the object store, and takes them from there. */
export function imageRoutes(app: GatewayApp, context: GatewayContext): void {
  const { store, settings } = context;

  app.post(
    '/images/presignedUploadUrl',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'FORBIDDEN', 'IMAGE_FILE_TOO_LARGE'] },
      schema: {
        operationId: 'createUploadUrl',
        summary: 'Where to put one picture',
        tags: ['app'],
        querystring: noQuery,
        body: uploadUrlRequestSchema,
        response: { 200: uploadUrlSchema },
      },
    },
    async (request) => {
      const { id } = await requireUser(context, request);
      const { fileType, size } = request.body;
      if (size !== undefined && size > settings.MAX_IMAGE_BYTES)
        throw new ProteusError('IMAGE_FILE_TOO_LARGE');
      const key = uploadKey(id, createUploadId(), fileType.replace('image/', ''));
      const common = { contentType: fileType, expiresInSeconds: UPLOAD_SECONDS };
      const { url, headers } = await store.presignPut(key, { ...common, bytes: size ?? null });
      // S3 can bound a PUT by its exact size alone; a form by the most that we take.
      const maxBytes = size ?? settings.MAX_IMAGE_BYTES;
      const form = await store.presignPost(key, { ...common, maxBytes });
      return {
        url,
        method: 'PUT' as const,
        headers: { ...headers },
        key,
        expires_in: UPLOAD_SECONDS,
        form: {
          url: form.url,
          method: 'POST' as const,
          fields: { ...form.fields },
          max_bytes: maxBytes,
        },
      };
    },
  );

  app.post(
    '/images/presignedDownloadUrl',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'] },
      schema: {
        operationId: 'createDownloadUrl',
        summary: 'Where to get one of your own pictures',
        tags: ['app'],
        querystring: noQuery,
        body: downloadUrlRequestSchema,
        response: { 200: downloadUrlSchema },
      },
    },
    async (request, reply) => {
      const { id } = await requireUser(context, request);
      const { key } = request.body;
      const isThere =
        (await ownsKey(context, id, key)) && (await store.head(key, clientSignal(reply)));
      if (!isThere) throw new ProteusError('NOT_FOUND', { message: 'There is no such picture.' });
      const { url } = await store.presignGet(key, DOWNLOAD_SECONDS);
      return { url, expires_in: DOWNLOAD_SECONDS };
    },
  );
}
