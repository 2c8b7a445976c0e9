import multipart from '@fastify/multipart';
import { ProteusError } from '@proteus/contracts/errors.ts';
import {
  type PresignedGrant,
  STORAGE_PATH,
} from '@proteus/platform/storage/local/presigned-urls.ts';
import type { FastifyRequest } from 'fastify';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { clientSignal } from '../http/client-signal.ts';
import { admitUpload } from '../http/upload-admission.ts';
import { receiveUpload } from '../services/receive-upload.ts';

const FORM = { files: ['file'], texts: ['key', 'Content-Type'] } as const;
/** Time for the form to arrive: 25 MB at 4 Mbit/s. */
const UPLOAD_TIME_LIMIT_MS = 60_000;

/**
 * The presigned forms of a local object store, as S3 takes them: fields as they were signed, and a file.
 *
 * @param requireGrant throws FORBIDDEN when the request's address is not one that we signed.
 */
export async function storageFormRoutes(
  app: GatewayApp,
  { store, settings, uploads, closing }: GatewayContext,
  requireGrant: (request: FastifyRequest) => PresignedGrant,
): Promise<void> {
  app.removeAllContentTypeParsers();
  await app.register(multipart, { throwFileSizeLimit: false });
  app.post(
    `${STORAGE_PATH}*`,
    {
      schema: { hide: true },
      onRequest: [async (request) => void requireGrant(request), admitUpload(uploads)],
    },
    async (request, reply) => {
      const { key, upload } = requireGrant(request);
      if (!upload || !request.isMultipart()) throw new ProteusError('UNSUPPORTED_MEDIA_TYPE');
      await using form = await receiveUpload(request, {
        ...FORM,
        maxFileBytes: Math.min(upload.bytes ?? 0, settings.MAX_IMAGE_BYTES),
        maxBodyBytes: settings.MAX_BODY_BYTES,
        timeLimitMs: UPLOAD_TIME_LIMIT_MS,
        closing,
      });
      const file = form.files.get('file');
      if (form.problems.length > 0 || file === undefined) {
        throw new ProteusError('INVALID_REQUEST', { details: form.problems });
      }
      const asSigned =
        form.texts.get('key') === key && form.texts.get('Content-Type') === upload.contentType;
      if (!asSigned) throw new ProteusError('FORBIDDEN');
      const signal = clientSignal(reply);
      await store.put(key, await file.read(signal), upload.contentType, signal);
      return reply.code(204).send();
    },
  );
}
