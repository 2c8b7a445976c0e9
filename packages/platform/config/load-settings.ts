import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import {
  type ParsedSettings,
  parseSettings,
  type SettingsReader,
} from '@proteus/contracts/config/settings.ts';

/**
 * Reads the settings: the environment first, then what `.env` says about variables that it lacks,
 * then the defaults. The environment itself stays as it is.
 *
 * @param reader the process as it is; one that signs when left out.
 * @param envFile path of the `.env` file; there need not be one.
 * @throws {Error} when the file is there but cannot be read.
 */
export function loadSettings(
  environment: Readonly<Record<string, string | undefined>>,
  reader?: SettingsReader,
  envFile = '.env',
): ParsedSettings {
  return parseSettings({ ...readEnvFile(envFile), ...environment }, reader);
}

function readEnvFile(path: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
