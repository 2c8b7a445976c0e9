import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Path of a Chromium for the tests of the web pages: `CHROMIUM_PATH`, an installed one, or Debian's,
 * installed on the spot where we may.
 *
 * @throws {Error} that says how to get one.
 */
export function ensureChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const installed = CANDIDATES.find((candidate) => existsSync(candidate));
  if (installed) return installed;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('Installing Chromium for the tests of the web pages ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    const now = CANDIDATES.find((candidate) => existsSync(candidate));
    if (now) return now;
  }
  throw new Error(
    'The tests need a Chromium: install it (Debian: `apt-get install chromium`) or set CHROMIUM_PATH.',
  );
}
