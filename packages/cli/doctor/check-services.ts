import type { Settings } from '@proteus/contracts/config/settings.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { migrationStatus } from '@proteus/platform/database/migrations.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import { redactUrl } from '@proteus/platform/logging/redact-url.ts';
import { openStore } from '../composition/open-store.ts';
import type { Finding } from './finding.ts';

const STORE_LIMIT_MS = 10_000;
const REDIS_LIMIT_MS = 3_000;

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

/** Whether the queue answers, where it is not one of the database's tables, and forgets nothing. */
export async function checkQueue({ QUEUE_BACKEND, REDIS_URL }: Settings): Promise<Finding> {
  if (REDIS_URL === undefined) return { found: `${QUEUE_BACKEND}, in the database` };
  const { connectRedis, redisReady } = await import('@proteus/platform/redis/connect-redis.ts');
  const where = redactUrl(REDIS_URL);
  const client = connectRedis(REDIS_URL);
  try {
    await redisReady(client, REDIS_LIMIT_MS);
    await client.ping();
    // Managed servers may keep their settings to themselves.
    const [, policy] = (await client.config('GET', 'maxmemory-policy').catch(() => [])) as string[];
    const found = `${where} answers`;
    if (policy === undefined || policy === 'noeviction') return { found };
    const advice = `set its maxmemory-policy to noeviction: with ${policy} it may forget jobs`;
    return { found, advice };
  } catch {
    return { found: `${where} does not answer`, advice: 'start the server, or correct REDIS_URL' };
  } finally {
    client.disconnect();
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
