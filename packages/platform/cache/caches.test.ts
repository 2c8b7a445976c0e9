import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testByteCache } from './byte-cache.conformance.ts';
import { createFolderCache } from './create-folder-cache.ts';
import { createLayeredCache } from './create-layered-cache.ts';
import { createMemoryCache } from './create-memory-cache.ts';
import { trimFolder } from './trim-folder.ts';

const ROOMY = { maxBytes: 1e6, maxAgeMs: 60_000 };
const bytes = (length: number, value = 7) => new Uint8Array(length).fill(value);
const key = (number: number) => number.toString(16).padStart(64, '0');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proteus cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function filesIn(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

testByteCache('memory', async () => ({
  cache: createMemoryCache(ROOMY.maxBytes),
  async close() {},
}));
testByteCache('a folder', async () => ({
  cache: createFolderCache(join(folder, 'cache'), ROOMY),
  async close() {},
}));

describe('a cache in memory', () => {
  it('forgets what was not asked for longest', async () => {
    const cache = createMemoryCache(30);
    for (const number of [1, 2, 3]) await cache.set(key(number), bytes(10, number));
    await cache.get(key(1));
    await cache.set(key(4), bytes(10, 4));
    expect(await cache.get(key(2))).toBeNull();
    expect(await cache.get(key(1))).toEqual(bytes(10, 1));
    expect(await cache.get(key(4))).toEqual(bytes(10, 4));
  });

  it('never holds more than it may, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(9), fc.nat(60)), { maxLength: 40 }),
        async (writes) => {
          const cache = createMemoryCache(50);
          for (const [number, length] of writes) await cache.set(key(number), bytes(length));
          let held = 0;
          for (let number = 0; number < 10; number++) {
            held += (await cache.get(key(number)))?.length ?? 0;
          }
          expect(held).toBeLessThanOrEqual(50);
        },
      ),
    );
  });
});

describe('a cache in a folder', () => {
  it('gives to others, and after a restart, what was kept', async () => {
    await createFolderCache(folder, ROOMY).set(key(1), bytes(100));
    expect(Buffer.compare((await createFolderCache(folder, ROOMY).get(key(1)))!, bytes(100))).toBe(
      0,
    );
    expect(await createFolderCache(folder, ROOMY).get(key(2))).toBeNull();
  });

  it.each([
    ['cut short', (file: Buffer) => file.subarray(0, file.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (file: Buffer) => file.map((byte, at) => (at === 50 ? byte ^ 1 : byte))],
  ])('takes a file that is %s for one that is not there, and removes it', async (_what, spoil) => {
    const cache = createFolderCache(folder, ROOMY);
    await cache.set(key(1), bytes(100));
    const [file = ''] = await filesIn();
    await writeFile(file, spoil(await readFile(file)));
    expect(await cache.get(key(1))).toBeNull();
    expect(await filesIn()).toEqual([]);
  });

  it('lets the work go on when its folder cannot be used', async () => {
    const blocked = join(folder, 'a file');
    await writeFile(blocked, '');
    const cache = createFolderCache(blocked, ROOMY);
    await expect(cache.set(key(1), bytes(10))).resolves.toBeUndefined();
    expect(await cache.get(key(1))).toBeNull();
  });

  it('stays within its size while it is written to', async () => {
    const cache = createFolderCache(folder, { maxBytes: 4_000, maxAgeMs: 60_000 });
    for (let number = 0; number < 20; number++) await cache.set(key(number), bytes(400));
    const sizes = await Promise.all(
      (await filesIn()).map(async (file) => (await readFile(file)).length),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeLessThanOrEqual(4_000 * 1.25);
    expect(await cache.get(key(19))).not.toBeNull();
  });

  it('serves two writers of one key at once', async () => {
    const caches = [createFolderCache(folder, ROOMY), createFolderCache(folder, ROOMY)];
    await Promise.all(caches.map((cache) => cache.set(key(1), bytes(50_000))));
    expect((await caches[0]!.get(key(1)))?.length).toBe(50_000);
    expect(await filesIn()).toHaveLength(1);
  });
});

describe('trimming', () => {
  it('removes what is too old, then the oldest until the rest fits', async () => {
    const cache = createFolderCache(folder, ROOMY);
    const now = Date.now();
    const ages = [90_000, 30_000, 20_000, 10_000];
    for (const [number, age] of ages.entries()) {
      await cache.set(key(number), bytes(68));
      const file = (await filesIn()).find((path) => path.endsWith(key(number)))!;
      await utimes(file, new Date(now - age), new Date(now - age));
    }
    expect(await trimFolder(folder, { maxBytes: 250, maxAgeMs: 60_000 }, now)).toBe(2);
    expect(await cache.get(key(0))).toBeNull();
    expect(await cache.get(key(1))).toBeNull();
    expect(await cache.get(key(3))).not.toBeNull();
  });

  it('has nothing to do where there is no folder', async () => {
    expect(await trimFolder(join(folder, 'nowhere'), ROOMY, Date.now())).toBe(0);
  });
});

describe('two caches, a near and a far one', () => {
  it('bring what only the far one has nearer', async () => {
    const [near, far] = [createMemoryCache(100), createMemoryCache(100)];
    await far.set(key(1), bytes(5));
    const both = createLayeredCache(near, far);
    expect(await both.get(key(1))).toEqual(bytes(5));
    expect(await near.get(key(1))).toEqual(bytes(5));
    await both.set(key(2), bytes(6));
    expect(await far.get(key(2))).toEqual(bytes(6));
  });
});
