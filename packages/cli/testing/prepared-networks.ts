import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Networks and engines' programs as earlier servers laid them out; a fresh clone has none. */
const PREPARED = fileURLToPath(
  new URL('../../../node_modules/.cache/proteus-tests/networks', import.meta.url),
);

/**
 * Has the networks lie prepared in a data folder, as on a machine where a server ran before: to lay them out for every
 * server took a good part of all tests' time.
 */
export async function addPreparedNetworks(dataFolder: string): Promise<void> {
  await mkdir(PREPARED, { recursive: true });
  await mkdir(path.join(dataFolder, 'cache'));
  await symlink(PREPARED, path.join(dataFolder, 'cache/networks'));
}
