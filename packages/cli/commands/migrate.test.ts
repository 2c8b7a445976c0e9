import { onEveryDatabase } from '@proteus/platform/database/testing/test-databases.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runProteus } from '../testing/run-proteus.ts';
import { testFolder } from '../testing/test-folder.ts';

onEveryDatabase((createEmpty) => {
  it('tells what is missing, runs it once, and then has nothing to do', async () => {
    const { url, remove } = await createEmpty();
    onTestFinished(remove);
    const environment = { DATA_DIR: await testFolder(), DATABASE_URL: url };
    const run = async (...parameters: string[]) => {
      const { status, stdout } = await runProteus(['migrate', ...parameters], { environment });
      expect(status).toBe(0);
      return stdout;
    };
    const missing = JSON.parse(await run('status', '--json')).migrations;
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.every((one: { executedAt: unknown }) => !one.executedAt)).toBe(true);

    const names = missing.map(({ name }: { name: string }) => name);
    expect(JSON.parse(await run('up', '--json'))).toEqual({ migrated: names });
    expect(await run()).toBe('The database is up to date.\n');
    expect(await run('status')).not.toContain('missing');
  });
});

describe('proteus migrate', () => {
  it('names every wrong setting at once, and never its value', async () => {
    const environment = {
      DATA_DIR: await testFolder(),
      PORT: 'harbour',
      STORAGE_SIGNING_SECRET: 'short',
    };
    const { status, stderr } = await runProteus(['migrate', 'up'], { environment });
    expect(status).toBe(2);
    expect(stderr).toContain('PORT');
    expect(stderr).toContain('STORAGE_SIGNING_SECRET');
    expect(stderr).not.toMatch(/harbour|short/);
  });
});
