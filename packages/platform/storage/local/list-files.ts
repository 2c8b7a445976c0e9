import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The paths of all files below a folder that begin with a prefix, in the order of their characters; `/`
 * between folders, relative to the root.
 */
export async function* listFiles(
  root: string,
  prefix: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  // A prefix with such segments is no key's beginning, and would lead out of the root.
  if (start.split('/').some((segment) => segment === '..' || segment === '.')) return;
  yield* walk(root, start, prefix, signal);
}

async function* walk(
  root: string,
  folder: string,
  prefix: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  signal.throwIfAborted();
  for (const entry of await readFolder(join(root, folder))) {
    const path = folder + sortName(entry);
    const isRelevant = path.startsWith(prefix) || prefix.startsWith(path);
    if (!isRelevant) continue;
    if (entry.isDirectory()) yield* walk(root, path, prefix, signal);
    else if (path.startsWith(prefix)) yield path;
  }
}

async function readFolder(path: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

function sortName(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}
