import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreparedModel } from '@proteus/neural/runtime/prepared-model.ts';

/**
 * Keeps a network as the runtime has laid it out, for all processes that use the folder. What another
 * version has left there of the same network, or a process that was killed over it, is removed.
 *
 * @param name of the network.
 * @param version names everything that the layout depends on.
 */
export function preparedModelInFolder(
  folder: string,
  name: string,
  version: string,
): PreparedModel {
  const prefix = `${name}-`;
  const path = join(folder, `${prefix}${version}`);

  async function removeOthers(): Promise<void> {
    for (const file of await readdir(folder)) {
      const other = join(folder, file);
      if (file.startsWith(prefix) && other !== path) await rm(other, { force: true });
    }
  }

  return {
    async read(signal) {
      signal.throwIfAborted();
      return await readFile(path, { signal }).catch(() => null);
    },
    async write(save) {
      const draft = join(folder, `${prefix}${randomUUID()}.part`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await save(draft);
        await flush(draft);
        await rename(draft, path);
        await removeOthers();
      } catch {
        // A full or read-only disk: every process lays the network out for itself.
      } finally {
        await rm(draft, { force: true }).catch(() => {});
      }
    },
  };
}

/** Without it a power cut could leave a file of the right length full of zeros. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
