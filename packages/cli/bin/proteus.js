#!/usr/bin/env node
/**
 * Starts Proteus on the Node that it pins, whatever Node the machine has: this file is plain
 * JavaScript that Node 20 understands, everything behind it is TypeScript for Node 24.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_MAJOR = 24;
const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The pinned Node's program, or this one where it is new enough. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) return process.execPath;
  try {
    const folder = path.dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const name = process.platform === 'win32' ? 'node.exe' : 'node';
    const pinned = path.join(folder, 'bin', name);
    if (existsSync(pinned)) return pinned;
  } catch {
    // The package is not there: say so below.
  }
  process.stderr.write(
    `Proteus needs Node ${OLDEST_MAJOR}; this is ${process.version}. Run \`make install\`, which brings it.\n`,
  );
  process.exit(1);
}

const child = spawn(findNode(), [main, ...process.argv.slice(2)], { stdio: 'inherit' });
// A terminal sends Ctrl-C to both of us: only wait for the child's own clean end.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 128 + 15 : (code ?? 1);
});
