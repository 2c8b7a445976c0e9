import { ProteusError } from '@proteus/contracts/errors.ts';
import { STORAGE_PATH } from '@proteus/platform/storage/local/presigned-urls.ts';
import type { FastifyRequest } from 'fastify';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { clientSignal } from '../http/client-signal.ts';
import { entityTag, matchesEntityTag } from '../http/entity-tag.ts';
import { admitUpload } from '../http/upload-admission.ts';
import { storageFormRoutes } from './storage-form.ts';

/**
 * The presigned addresses of a local object store. A store with addresses of its own has no need
 * of them, and they are not there.
 */
export async function storageRoutes(app: GatewayApp, context: GatewayContext): Promise<void> {
  const { verifyPresigned, store, settings, clock } = context;
  if (!verifyPresigned) return;

  /** @throws {ProteusError} FORBIDDEN, whatever the reason. */
  const requireGrant = (request: FastifyRequest) => {
    const { '*': key } = request.params as { '*': string };
    const length = request.headers['content-length'];
    const grant = verifyPresigned({
      method: request.method,
      key,
      query: request.query as Record<string, unknown>,
      contentType: request.headers['content-type'],
      contentLength: length === undefined ? undefined : Number(length),
    });
    if (grant) return grant;
    const message = 'This address is not valid, or no longer.';
    throw new ProteusError('FORBIDDEN', { message });
  };

  app.get(`${STORAGE_PATH}*`, { schema: { hide: true } }, async (request, reply) => {
    const { key, expiresAt } = requireGrant(request);
    const signal = clientSignal(reply);
    const info = await store.head(key, signal);
    if (!info) throw new ProteusError('NOT_FOUND');
    const tag = entityTag(key, info.size, info.modifiedAt);
    const seconds = Math.max(0, Math.floor((expiresAt - clock()) / 1000));
    reply
      .header('etag', tag)
      .header('cache-control', `private, max-age=${seconds}`)
      // Pages of other hosts may show the picture, as with any object store.
      .header('cross-origin-resource-policy', 'cross-origin');
    if (matchesEntityTag(request.headers['if-none-match'], tag)) return reply.code(304).send();
    // Nothing but a picture may be opened in a browser under our name.
    const shown = info.contentType.startsWith('image/') && !info.contentType.includes('svg');
    if (!shown) reply.header('content-disposition', 'attachment');
    const bytes = await store.get(key, signal);
    return reply
      .type(info.contentType)
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });

  await app.register(async (scope: GatewayApp) => storageFormRoutes(scope, context, requireGrant));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.put(
    `${STORAGE_PATH}*`,
    {
      schema: { hide: true },
      bodyLimit: settings.MAX_IMAGE_BYTES,
      onRequest: [async (request) => void requireGrant(request), admitUpload(context.uploads)],
    },
    async (request, reply) => {
      const { key, upload } = requireGrant(request);
      const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      if (!upload || (upload.bytes !== null && body.byteLength !== upload.bytes))
        throw new ProteusError('PAYLOAD_TOO_LARGE');
      await store.put(key, body, upload.contentType, clientSignal(reply));
      return reply.send();
    },
  );
}
