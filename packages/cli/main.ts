/** The program behind `proteus`. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { userCacheFolder } from './composition/user-cache-folder.ts';

// Before anything large is imported: half of a command's start is Node taking types out and compiling.
try {
  enableCompileCache(path.join(userCacheFolder(), 'code'));
} catch {
  // Whoever has no home keeps nothing.
}
await import('./program.ts');
