import { z } from 'zod';
import { accountSettings } from './settings/accounts.ts';
import { dataSettings } from './settings/data.ts';
import { limitSettings } from './settings/limits.ts';
import { serverSettings } from './settings/server.ts';
import { storageSettings } from './settings/storage.ts';
import { workSettings } from './settings/work.ts';

/** Every setting, under the name of its environment variable. */
export const settingsSchema = z
  .object({
    ...serverSettings,
    ...dataSettings,
    ...storageSettings,
    ...limitSettings,
    ...workSettings,
    ...accountSettings,
  })
  .transform((settings) => ({
    ...settings,
    DATABASE_URL: settings.DATABASE_URL ?? `sqlite:${settings.DATA_DIR}/proteus.db`,
    VFR_STORAGE: settings.VFR_STORAGE ?? `${settings.DATA_DIR}/storage`,
  }));

/** The settings in force: environment variables over defaults. */
export type Settings = z.infer<typeof settingsSchema>;

/** A setting that cannot be used. Never holds the value, which may be a secret. */
export interface SettingProblem {
  readonly name: string;
  readonly message: string;
}

export type ParsedSettings =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly SettingProblem[] };

/** Who reads the settings. */
export interface SettingsReader {
  /** Whether the process signs logins and addresses; if not, it needs no secrets for them. */
  readonly signs: boolean;
}

/**
 * Reads the settings out of an environment. An empty variable counts as one that is not set.
 *
 * @returns the settings, or every problem at once.
 */
export function parseSettings(
  environment: Readonly<Record<string, string | undefined>>,
  { signs }: SettingsReader = { signs: true },
): ParsedSettings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = settingsSchema.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => ({
      name: String(issue.path[0]),
      message: issue.message,
    })),
    ...(signs ? missingSecrets(given) : []),
    ...problemsBetween(given),
  ];
  return parsed.success && problems.length === 0
    ? { ok: true, settings: parsed.data }
    : { ok: false, problems };
}

/** What is made in the data folder when it is not set, but never in production. */
const SECRETS = ['STORAGE_SIGNING_SECRET', 'JWT_SECRET'];

function missingSecrets(given: Readonly<Record<string, string | undefined>>): SettingProblem[] {
  if (given.NODE_ENV !== 'production') return [];
  return SECRETS.filter((name) => {
    const isUsed = name !== 'STORAGE_SIGNING_SECRET' || given.STORAGE_BACKEND !== 's3';
    return isUsed && given[name] === undefined;
  }).map((name) => ({ name, message: 'must be set in production' }));
}

/** Rules between settings; apart from the schema, which tells of them only when all else is right. */
function problemsBetween(given: Readonly<Record<string, string | undefined>>): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const isLocal = given.STORAGE_BACKEND !== 's3';
  if (given.STORAGE_BACKEND === 's3' && given.S3_BUCKET === undefined) {
    problems.push({ name: 'S3_BUCKET', message: 'must be set with STORAGE_BACKEND=s3' });
  }
  if ((given.S3_ACCESS_KEY_ID === undefined) !== (given.S3_SECRET_ACCESS_KEY === undefined)) {
    const message = 'is needed together with S3_ACCESS_KEY_ID';
    problems.push({ name: 'S3_SECRET_ACCESS_KEY', message });
  }
  if (given.QUEUE_BACKEND === 'redis' && given.REDIS_URL === undefined) {
    problems.push({ name: 'REDIS_URL', message: 'must be set with QUEUE_BACKEND=redis' });
  }
  if (given.QUEUE_BACKEND === 'postgres' && !/^postgres(ql)?:/.test(given.DATABASE_URL ?? '')) {
    const message = 'must be postgres:// with QUEUE_BACKEND=postgres';
    problems.push({ name: 'DATABASE_URL', message });
  }
  const redirects = workSettings.RESULT_REDIRECT.safeParse(given.RESULT_REDIRECT).data === true;
  if (redirects && isLocal && given.PUBLIC_URL === undefined) {
    problems.push({ name: 'RESULT_REDIRECT', message: 'needs PUBLIC_URL' });
  }
  return problems;
}
