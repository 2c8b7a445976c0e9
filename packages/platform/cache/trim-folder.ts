import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FolderLimits {
  /** Of all files together. */
  readonly maxBytes: number;
  /** Files that were written longer ago go, used or not: they may come of people's photos. */
  readonly maxAgeMs: number;
}

interface CachedFile {
  readonly path: string;
  readonly size: number;
  readonly modifiedAt: number;
}

/**
 * Removes files that are too old, then the oldest until the rest is small enough. Several processes
 * may do so at once, and others may read and write meanwhile.
 *
 * @param now milliseconds since the epoch.
 * @returns how many files were removed; 0 when there is no such folder.
 */
export async function trimFolder(
  folder: string,
  { maxBytes, maxAgeMs }: FolderLimits,
  now: number,
): Promise<number> {
  const files = await listFiles(folder);
  files.sort((first, second) => second.modifiedAt - first.modifiedAt);
  let total = 0;
  let removed = 0;
  for (const { path, size, modifiedAt } of files) {
    total += size;
    if (total <= maxBytes && now - modifiedAt <= maxAgeMs) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}

async function listFiles(folder: string): Promise<CachedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: CachedFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // Another process may have removed it just now.
    const file = await stat(path).catch(() => null);
    if (file !== null) files.push({ path, size: file.size, modifiedAt: file.mtimeMs });
  }
  return files;
}
