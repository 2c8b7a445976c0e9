import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Check } from '../doctor/run-checks.ts';
import { runProteus } from '../testing/run-proteus.ts';
import { testDataFolder, testFolder } from '../testing/test-folder.ts';

async function examine(environment: Readonly<Record<string, string>>) {
  const { status, stdout } = await runProteus(['doctor', '--json'], { environment });
  const checks: readonly Check[] = JSON.parse(stdout).checks;
  const broken = checks.filter(({ ok }) => !ok).map(({ name }) => name);
  return { status, checks, broken };
}

describe('proteus doctor', () => {
  it('finds nothing wrong with a whole installation, but for a page not built yet', async () => {
    const { checks, broken } = await examine({ DATA_DIR: await testDataFolder(), PORT: '0' });
    expect(broken.filter((name) => name !== 'web page')).toEqual([]);
    expect(checks.find(({ name }) => name === 'engine')?.found).toMatch(/ready in \d+ ms/);
  });

  it('says what is broken, and what to do about it', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await new Promise((resolve) => taken.once('listening', resolve));
    const folder = await testFolder();
    const { status, checks, broken } = await examine({
      DATA_DIR: folder,
      DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/none',
      REDIS_URL: 'redis://:hunter2@127.0.0.1:1',
      STORAGE_BACKEND: 's3',
      S3_BUCKET: 'none',
      S3_ENDPOINT_URL: 'http://127.0.0.1:1',
      S3_ACCESS_KEY_ID: 'somebody',
      S3_SECRET_ACCESS_KEY: 'hunter2',
      MODELS_DIR: path.join(folder, 'no networks here'),
      PORT: String((taken.address() as AddressInfo).port),
    });
    expect(status).toBe(1);
    expect(broken).toEqual(
      expect.arrayContaining(['database', 'queue', 'object store', 'networks', 'engine', 'port']),
    );
    expect(JSON.stringify(checks)).not.toContain('hunter2');
    for (const { ok, advice } of checks) expect(ok).toBe(advice === null);
  });
});
