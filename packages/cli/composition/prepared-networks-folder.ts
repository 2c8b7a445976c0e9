import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '@proteus/contracts/config/settings.ts';
import { userCacheFolder } from './user-cache-folder.ts';

/**
 * Where networks are kept as they lie in memory: beside a server's data, or else in the user's cache, as
 * commands run in any folder.
 */
export function preparedNetworksFolder(
  { DATA_DIR }: Pick<Settings, 'DATA_DIR'>,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (existsSync(DATA_DIR)) return path.resolve(DATA_DIR, 'cache', 'networks');
  return path.join(userCacheFolder(environment), 'networks');
}
