import type { Settings } from '@proteus/contracts/config/settings.ts';
import type { GatewayDependencies } from '@proteus/gateway/dependencies.ts';
import { loadSecret } from '@proteus/platform/config/load-secret.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import { openLocalStore } from '@proteus/platform/storage/local/local-store.ts';
import type { ObjectStore } from '@proteus/platform/storage/object-store.ts';

/** An object store, and the check of its addresses where the gateway serves them. */
export interface OpenedStore {
  readonly store: ObjectStore;
  readonly verifyPresigned: GatewayDependencies['verifyPresigned'];
}

/** Opens the object store of the settings. */
export async function openStore(
  settings: Settings,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<OpenedStore> {
  if (settings.STORAGE_BACKEND === 's3') {
    // Loaded only where it is used: the client is larger than the rest of the house.
    const { openS3Store } = await import('@proteus/platform/storage/s3/open-s3-store.ts');
    const store = openS3Store(s3Options(settings));
    closers.defer(() => store.close());
    return { store, verifyPresigned: null };
  }
  const { secret, madeIn } = await loadSecret({
    name: 'storage-signing-secret',
    given: settings.STORAGE_SIGNING_SECRET,
    folder: settings.DATA_DIR,
  });
  if (madeIn !== null) logger.info({ file: madeIn }, 'made a secret that signs addresses');
  const baseUrl = settings.PUBLIC_URL ?? '';
  const store = await openLocalStore({ folder: settings.VFR_STORAGE, secret, baseUrl });
  return { store, verifyPresigned: store.verifyPresigned };
}

/** The settings as the S3 store wants them. */
function s3Options(settings: Settings) {
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  return {
    bucket: settings.S3_BUCKET ?? '',
    region: settings.S3_REGION,
    endpoint: settings.S3_ENDPOINT_URL,
    forcePathStyle: settings.S3_FORCE_PATH_STYLE ?? settings.S3_ENDPOINT_URL !== undefined,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    prefix: settings.S3_PREFIX ?? '',
  };
}
