import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ByteCache } from './byte-cache.ts';

export interface CacheUnderTest {
  readonly cache: ByteCache;
  close(): Promise<void>;
}

/** What every `ByteCache` must do. */
export function testByteCache(name: string, create: () => Promise<CacheUnderTest>): void {
  describe(`${name} as a cache`, () => {
    let subject: CacheUnderTest;
    let cache: ByteCache;
    beforeEach(async () => {
      subject = await create();
      cache = subject.cache;
    });
    afterEach(() => subject.close());

    const key = (number: number) => number.toString(16).padStart(64, '0');
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);

    it('gives back every byte of what was kept, and nothing for another key', async () => {
      await cache.set(key(1), all);
      expect(Buffer.compare((await cache.get(key(1)))!, all)).toBe(0);
      expect(await cache.get(key(2))).toBeNull();
    });

    it('keeps a view into a larger buffer as what it shows', async () => {
      await cache.set(key(1), all.subarray(10, 20));
      expect([...(await cache.get(key(1)))!]).toEqual([...all.subarray(10, 20)]);
    });

    it('replaces what was kept', async () => {
      await cache.set(key(1), all);
      await cache.set(key(1), all.subarray(0, 3));
      expect((await cache.get(key(1)))?.length).toBe(3);
    });

    it('tells an empty value from none', async () => {
      await cache.set(key(1), new Uint8Array());
      expect((await cache.get(key(1)))?.length).toBe(0);
    });
  });
}
