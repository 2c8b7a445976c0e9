import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Settings } from '@proteus/contracts/config/settings.ts';

/**
 * Where networks are kept as they lie in memory: beside a server's data, or else in the user's cache, as
 * commands run in any folder.
 *
 * @see The XDG Base Directory Specification.
 */
export function preparedNetworksFolder(
  { DATA_DIR }: Pick<Settings, 'DATA_DIR'>,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (existsSync(DATA_DIR)) return path.resolve(DATA_DIR, 'cache', 'networks');
  const caches = environment.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.resolve(caches, 'proteus', 'networks');
}
