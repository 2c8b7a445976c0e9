import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD_LIMIT_MS = 60_000;

/** Builds the web page unless it has been built; `make` builds it anew whenever it has changed. */
export async function ensureWebBuild(): Promise<void> {
  const built = await access(path.join(ROOT, 'packages/web/dist/index.html')).then(
    () => true,
    () => false,
  );
  if (built) return;
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build'], {
    cwd: path.join(ROOT, 'packages/web'),
    timeout: BUILD_LIMIT_MS,
  });
}
