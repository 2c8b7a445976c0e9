import type { Settings } from '@proteus/contracts/config/settings.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { migrationStatus } from '@proteus/platform/database/migrations.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import { redactUrl } from '@proteus/platform/logging/redact-url.ts';
import { openStore } from '../composition/open-store.ts';
import type { Finding } from './finding.ts';

const STORE_LIMIT_MS = 10_000;

/** Whether the database answers, and how old its tables are. */
export async function checkDatabase({ DATABASE_URL }: Settings): Promise<Finding> {
  const where = redactUrl(DATABASE_URL);
  const database = openDatabase(DATABASE_URL);
  try {
    const missing = (await migrationStatus(database)).filter(({ executedAt }) => !executedAt);
    const state = missing.length === 0 ? 'up to date' : 'to be brought up to date by `serve`';
    return { found: `${where}, ${state}` };
  } catch (error) {
    if (!(error instanceof ProteusError)) throw error;
    return {
      found: `${where}: ${reasonOf(error)}`,
      advice: 'start the server, or correct DATABASE_URL',
    };
  } finally {
    await database.close();
  }
}

/** Whether pictures can be written where the settings say. */
export async function checkStore(settings: Settings): Promise<Finding> {
  const isLocal = settings.STORAGE_BACKEND === 'local';
  const bucket = `${settings.S3_BUCKET} at ${settings.S3_ENDPOINT_URL ?? `AWS, ${settings.S3_REGION}`}`;
  const where = isLocal ? settings.VFR_STORAGE : `bucket ${bucket}`;
  await using closers = new AsyncDisposableStack();
  const { store } = await openStore(settings, createLogger({ level: 'silent' }), closers);
  try {
    await store.check(AbortSignal.timeout(STORE_LIMIT_MS));
    return { found: `${where} can be written to` };
  } catch (error) {
    if (!(error instanceof ProteusError)) throw error;
    return {
      found: `${where}: ${reasonOf(error)}`,
      advice: 'make the bucket, allow reading and writing there, or correct the S3_ settings',
    };
  }
}

/** What the server or the network said; the error itself only tells that something did. */
function reasonOf({ cause, message }: ProteusError): string {
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}
