import { rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Removes the folders above a removed file, up to the root, as far as they are empty. */
export async function removeEmptyFolders(root: string, key: string): Promise<void> {
  for (let folder = dirname(key); folder !== '.'; folder = dirname(folder)) {
    try {
      await rmdir(join(root, folder));
    } catch {
      // Not empty, or gone already: somebody else needs it or has removed it.
      return;
    }
  }
}
