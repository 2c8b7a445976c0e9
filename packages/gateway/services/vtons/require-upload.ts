import { ProteusError } from '@proteus/contracts/errors.ts';
import type { GatewayContext } from '../../context.ts';
import { isUpload } from './owns-key.ts';

/**
 * Refuses keys that are not among the user's own uploads.
 *
 * @param keys by the name of their field.
 * @throws {ProteusError} NOT_FOUND that names the field; whose key it is, if anybody's, it does not tell.
 */
export function requireUploads(
  userId: string,
  keys: Readonly<Record<string, string | null | undefined>>,
): void {
  for (const [path, key] of Object.entries(keys)) {
    if (key === null || key === undefined || isUpload(userId, key)) continue;
    const message = 'is not the key of one of your uploads';
    throw new ProteusError('NOT_FOUND', {
      message: 'There is no such upload.',
      details: [{ path, message }],
    });
  }
}

/**
 * An upload, read from the store; its size is looked at first, and one that is too large is removed.
 *
 * @throws {ProteusError} UPLOAD_MISSING, IMAGE_FILE_TOO_LARGE
 */
export async function readUpload(
  { store, settings }: GatewayContext,
  key: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const info = await store.head(key, signal);
  if (info === null) throw new ProteusError('UPLOAD_MISSING');
  if (info.size > settings.MAX_IMAGE_BYTES) {
    await store.remove(key, signal);
    throw new ProteusError('IMAGE_FILE_TOO_LARGE');
  }
  return await store.get(key, signal);
}
