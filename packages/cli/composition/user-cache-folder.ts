import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Where commands keep, for the user, what only saves time. Nobody else can write there, as code is among it.
 *
 * @see The XDG Base Directory Specification.
 */
export function userCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const caches = environment.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.resolve(caches, 'proteus');
}
