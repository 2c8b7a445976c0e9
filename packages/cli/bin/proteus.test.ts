import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runProteus } from '../testing/run-proteus.ts';
import { testDataFolder } from '../testing/test-folder.ts';

const LAUNCHER = fileURLToPath(new URL('proteus.js', import.meta.url));

/** One Node of each version that this machine has, the one that runs the tests among them. */
function installedNodes(): readonly (readonly [version: string, file: string])[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const files = folders.map((folder) => path.join(folder, 'node')).filter(existsSync);
  const byVersion = new Map<string, string>();
  for (const file of [...files, process.execPath]) {
    byVersion.set(execFileSync(file, ['--version'], { encoding: 'utf8' }).trim(), file);
  }
  return [...byVersion];
}

describe('the launcher', () => {
  it.each(installedNodes())(
    'runs the program on a Node that is new enough, also when started by %s',
    async (_version, node) => {
      const environment = { DATA_DIR: await testDataFolder(), PORT: '0' };
      const { status, stdout, stderr } = await runProteus(['doctor', '--json'], {
        environment,
        program: [node, LAUNCHER],
      });
      expect(stderr).toBe('');
      const { checks } = JSON.parse(stdout);
      const { found } = checks.find(({ name }: { name: string }) => name === 'node');
      expect(Number(/^v(\d+)/.exec(found)?.[1])).toBeGreaterThanOrEqual(24);
      expect(status).toBe(checks.every(({ ok }: { ok: boolean }) => ok) ? 0 : 1);
    },
  );

  it('hands on what the program ends with', async () => {
    const program = [process.execPath, LAUNCHER] as const;
    expect((await runProteus(['--version'], { program })).status).toBe(0);
    expect((await runProteus(['tryon'], { program })).status).toBe(2);
    expect((await runProteus(['conjure'], { program })).status).toBe(2);
  });
});
