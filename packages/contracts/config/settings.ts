import { z } from 'zod';
import { dataSettings } from './settings/data.ts';
import { limitSettings } from './settings/limits.ts';
import { serverSettings } from './settings/server.ts';
import { workSettings } from './settings/work.ts';

/** Rules between settings are checked beside other problems, so that all are told at once. */
const always = () => true;

/** Every setting, under the name of its environment variable. */
export const settingsSchema = z
  .object({ ...serverSettings, ...dataSettings, ...limitSettings, ...workSettings })
  .refine(
    ({ NODE_ENV, STORAGE_SIGNING_SECRET }) =>
      NODE_ENV !== 'production' || STORAGE_SIGNING_SECRET !== undefined,
    { path: ['STORAGE_SIGNING_SECRET'], message: 'must be set in production', when: always },
  )
  .refine(({ RESULT_REDIRECT, PUBLIC_URL }) => !RESULT_REDIRECT || PUBLIC_URL !== undefined, {
    path: ['RESULT_REDIRECT'],
    message: 'needs PUBLIC_URL',
    when: always,
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

/**
 * Reads the settings out of an environment. An empty variable counts as one that is not set.
 *
 * @returns the settings, or every problem at once.
 */
export function parseSettings(
  environment: Readonly<Record<string, string | undefined>>,
): ParsedSettings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return { ok: true, settings: parsed.data };
  const problems = parsed.error.issues.map((issue) => ({
    name: String(issue.path[0]),
    message: issue.message,
  }));
  return { ok: false, problems };
}
