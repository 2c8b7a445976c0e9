import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadSigningSecret } from './load-signing-secret.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proteus-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('makes one secret, for its own user only, and keeps it', async () => {
  const DATA_DIR = join(folder, 'data');
  const both = await Promise.all([
    loadSigningSecret({ DATA_DIR }),
    loadSigningSecret({ DATA_DIR }),
  ]);
  const later = await loadSigningSecret({ DATA_DIR });
  expect(new Set([...both, later].map(({ secret }) => secret)).size).toBe(1);
  expect(both.filter(({ madeIn }) => madeIn !== null)).toHaveLength(1);
  expect(later.madeIn).toBeNull();
  const [file, ...others] = await readdir(DATA_DIR);
  expect(others).toEqual([]);
  expect((await stat(join(DATA_DIR, file!))).mode & 0o777).toBe(0o600);
});

it('prefers the secret of the settings, and then makes none', async () => {
  const STORAGE_SIGNING_SECRET = 'given by whoever runs this server, long enough';
  const loaded = await loadSigningSecret({ STORAGE_SIGNING_SECRET, DATA_DIR: folder });
  expect(loaded).toEqual({ secret: STORAGE_SIGNING_SECRET, madeIn: null });
  expect(await readdir(folder)).toEqual([]);
});

it('does not start with an empty secret', async () => {
  await writeFile(join(folder, 'storage-signing-secret'), '\n');
  await expect(loadSigningSecret({ DATA_DIR: folder })).rejects.toThrow(/damaged/);
});
