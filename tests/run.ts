/**
 * Runs the whole test suite and closes with the plain line `N passed, N failed`.
 * Brings what the tests need of the system (a Chromium) when it may, and says so when it may not.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium } from './chromium.ts';

const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'proteus-tests-'));
const report = path.join(scratch, 'report.json');

try {
  const chromium = ensureChromium();
  const vitest = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromium } },
  );
  const { numPassedTests, numFailedTests, numTotalTests, success } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const skipped = numTotalTests - numPassedTests - numFailedTests;
  // A file that does not even load fails no test; a skipped test proves nothing.
  const broken = vitest.status !== 0 || !success || skipped > 0;
  const failed = numFailedTests > 0 || !broken ? numFailedTests : 1;
  console.log(`${numPassedTests} passed, ${failed} failed`);
  process.exitCode = broken ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
