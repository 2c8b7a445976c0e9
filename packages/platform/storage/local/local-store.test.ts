import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testObjectStore } from '../object-store.conformance.ts';
import { openLocalStore } from './local-store.ts';

const secret = 'a secret of at least thirty-two characters';
const { signal } = new AbortController();

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'proteus store-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

testObjectStore('the local store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'proteus-store-'));
  return {
    store: await openLocalStore({ folder, secret, baseUrl: '' }),
    close: () => rm(folder, { recursive: true }),
  };
});

it('leaves neither temporary files nor empty folders', () =>
  inFolder(async (folder) => {
    const store = await openLocalStore({ folder, secret, baseUrl: '' });
    await store.put('a/b/c', new Uint8Array(3), 'text/plain', signal);
    await store.remove('a/b/c', signal);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'objects',
      'temporary',
      'types',
    ]);
  }));

it('survives that one writer removes the folder that another needs', () =>
  inFolder(async (folder) => {
    const store = await openLocalStore({ folder, secret, baseUrl: '' });
    const rounds = Array.from({ length: 40 }, async (_, index) => {
      await store.put(`shared/${index}.png`, new Uint8Array(1), 'image/png', signal);
      await store.remove(`shared/${index}.png`, signal);
    });
    await expect(Promise.all(rounds)).resolves.toHaveLength(40);
  }));

it('removes at start what a killed process left half-written, but nothing fresh', () =>
  inFolder(async (folder) => {
    await openLocalStore({ folder, secret, baseUrl: '' });
    const [old, fresh] = [join(folder, 'temporary', 'old'), join(folder, 'temporary', 'fresh')];
    await writeFile(old, 'half');
    await writeFile(fresh, 'half');
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(old, yesterday, yesterday);
    await openLocalStore({ folder, secret, baseUrl: '' });
    expect(await readdir(join(folder, 'temporary'))).toEqual(['fresh']);
  }));
