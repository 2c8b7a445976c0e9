import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteCache } from './byte-cache.ts';
import { type FolderLimits, trimFolder } from './trim-folder.ts';

/** What was written since the last look at the folder's size, as a share of what it may hold. */
const TRIM_SHARE = 1 / 8;
const DIGEST_BYTES = 32;

/**
 * Keeps bytes as files, for all processes that use the folder, and over restarts. A file that was
 * torn (power cut, full disk) does not fit its checksum, is not there, and is removed.
 */
export function createFolderCache(folder: string, limits: FolderLimits): ByteCache {
  let writtenSince = Number.POSITIVE_INFINITY;
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key);

  async function write(path: string, bytes: Uint8Array): Promise<void> {
    const draft = join(dirname(path), `${randomUUID()}.part`);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await writeFile(draft, Buffer.concat([digestOf(bytes), bytes]), { mode: 0o600 });
      await rename(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
  }

  return {
    async get(key) {
      try {
        const file = await readFile(pathOf(key));
        const bytes = file.subarray(DIGEST_BYTES);
        if (digestOf(bytes).equals(file.subarray(0, DIGEST_BYTES))) return bytes;
        await rm(pathOf(key), { force: true });
        return null;
      } catch {
        return null;
      }
    },
    async set(key, bytes) {
      try {
        await write(pathOf(key), bytes);
        writtenSince += bytes.byteLength;
        if (writtenSince < limits.maxBytes * TRIM_SHARE) return;
        writtenSince = 0;
        await trimFolder(folder, limits, Date.now());
      } catch {
        // A full or read-only disk: the work goes on without a cache.
      }
    },
  };
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
