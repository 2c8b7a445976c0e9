import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadSecret } from './load-secret.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proteus-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('makes one secret, for its own user only, and keeps it', async () => {
  const data = join(folder, 'data');
  const load = () => loadSecret({ name: 'jwt-secret', given: undefined, folder: data });
  const both = await Promise.all([load(), load()]);
  const later = await load();
  expect(new Set([...both, later].map(({ secret }) => secret)).size).toBe(1);
  expect(both.filter(({ madeIn }) => madeIn !== null)).toHaveLength(1);
  expect(later.madeIn).toBeNull();
  const [file, ...others] = await readdir(data);
  expect(others).toEqual([]);
  expect((await stat(join(data, file!))).mode & 0o777).toBe(0o600);
});

it('prefers the secret of the settings, and then makes none', async () => {
  const given = 'given by whoever runs this server, long enough';
  const loaded = await loadSecret({ name: 'jwt-secret', given, folder });
  expect(loaded).toEqual({ secret: given, madeIn: null });
  expect(await readdir(folder)).toEqual([]);
});

it('does not start with an empty secret', async () => {
  await writeFile(join(folder, 'jwt-secret'), '\n');
  const load = loadSecret({ name: 'jwt-secret', given: undefined, folder });
  await expect(load).rejects.toThrow(/damaged/);
});
