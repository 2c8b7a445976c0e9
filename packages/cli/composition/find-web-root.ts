import { access } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the built web page, or null when it was not built. */
export async function findWebRoot(): Promise<string | null> {
  const index = fileURLToPath(import.meta.resolve('@proteus/web/dist/index.html'));
  return await access(index).then(
    () => path.dirname(index),
    () => null,
  );
}
