import path from 'node:path';
import type { Settings } from '@proteus/contracts/config/settings.ts';
import { isPostgresUrl } from '@proteus/platform/database/is-postgres-url.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Settings that name what processes share. */
export type SharedSettings = Settings & { readonly REDIS_URL: string };

/**
 * Refuses settings under which a process would work for itself only, although it needs others: jobs that nobody
 * else sees, news that nobody else hears, pictures that nobody else has.
 *
 * @param what the process is to do, as the message has it.
 * @throws {UsageError} that says what to set.
 */
export function requireSharedServices(
  what: string,
  settings: Settings,
  { pictures }: { readonly pictures: boolean },
): asserts settings is SharedSettings {
  const lacking: string[] = [];
  if (!isPostgresUrl(settings.DATABASE_URL)) {
    lacking.push(
      'DATABASE_URL=postgres://… (SQLite serves one process; the queue may be in PostgreSQL too)',
    );
  }
  if (settings.REDIS_URL === undefined) {
    lacking.push('REDIS_URL=redis://… (carries news of jobs from process to process)');
  }
  if (pictures && keepsPicturesToItself(settings)) {
    lacking.push(
      'STORAGE_BACKEND=s3 with S3_BUCKET, or VFR_STORAGE=FOLDER, a folder that every process sees',
    );
  }
  if (lacking.length === 0) return;
  const lines = lacking.map((line) => `  ${line}`);
  throw new UsageError(
    [`${what} works together with other processes. Set what they share:`, ...lines].join('\n'),
  );
}

/** Pictures in the data folder are meant for one process; another folder was chosen by somebody. */
function keepsPicturesToItself({ STORAGE_BACKEND, VFR_STORAGE, DATA_DIR }: Settings): boolean {
  return (
    STORAGE_BACKEND === 'local' && path.resolve(VFR_STORAGE) === path.resolve(DATA_DIR, 'storage')
  );
}
