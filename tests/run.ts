/**
 * Runs the whole test suite and closes with the plain line `N passed, N failed`.
 * Brings what the tests need of the system (a Chromium; PostgreSQL, Redis and S3 by `services.sh`) when
 * it may, and says so when it may not.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium } from './chromium.ts';

const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'proteus-tests-'));
const report = path.join(scratch, 'report.json');

try {
  const chromium = ensureChromium();
  const vitest = spawnSync(
    path.join(root, 'tests/services.sh'),
    [
      'run',
      process.execPath,
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromium } },
  );
  if (!existsSync(report)) throw new Error('The tests did not run; see above.');
  const { numPassedTests, numFailedTests, numTotalTests, success } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const skipped = numTotalTests - numPassedTests - numFailedTests;
  // A file that does not even load fails no test; in CI a skipped test is one that proves nothing.
  const broken = vitest.status !== 0 || !success || (skipped > 0 && Boolean(process.env.CI));
  const failed = numFailedTests > 0 || !broken ? numFailedTests : 1;
  if (skipped > 0) console.log(`${skipped} skipped for want of a service (see above)`);
  console.log(`${numPassedTests} passed, ${failed} failed`);
  process.exitCode = broken ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
