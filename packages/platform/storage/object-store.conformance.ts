import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ObjectStore } from './object-store.ts';

/** A store under test. */
export interface StoreUnderTest {
  readonly store: ObjectStore;
  close(): Promise<void>;
}

/** What every `ObjectStore` must do. */
export function testObjectStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`${name} as an object store`, () => {
    const { signal } = new AbortController();
    const bytes = (text: string) => Uint8Array.from(Buffer.from(text));
    let subject: StoreUnderTest;
    let store: ObjectStore;
    beforeEach(async () => {
      subject = await create();
      store = subject.store;
    });
    afterEach(() => subject.close());

    async function keys(prefix: string): Promise<string[]> {
      const found: string[] = [];
      for await (const { key } of store.list(prefix, signal)) found.push(key);
      return found;
    }

    it('gives back what was put, with its size and type', async () => {
      await store.put('jobs/1/person.png', bytes('pixels'), 'image/png', signal);
      await store.put('jobs/1/odd', bytes(''), 'image/x-odd', signal);
      expect(Buffer.from(await store.get('jobs/1/person.png', signal)).toString()).toBe('pixels');
      const info = await store.head('jobs/1/person.png', signal);
      expect(info).toMatchObject({ key: 'jobs/1/person.png', size: 6, contentType: 'image/png' });
      expect(Math.abs(info!.modifiedAt - Date.now())).toBeLessThan(60_000);
      expect(await store.head('jobs/1/odd', signal)).toMatchObject({
        size: 0,
        contentType: 'image/x-odd',
      });
    });

    it('gives a part of an object, as far as there is one', async () => {
      await store.put('a', bytes('0123456789'), 'text/plain', signal);
      const part = async (start: number, length: number) =>
        Buffer.from(await store.get('a', signal, { start, length })).toString();
      expect(await part(0, 1)).toBe('0');
      expect(await part(3, 4)).toBe('3456');
      expect(await part(8, 100)).toBe('89');
      await expect(store.get('b', signal, { start: 0, length: 1 })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('replaces an object, and its type with it', async () => {
      await store.put('a.png', bytes('one'), 'image/x-odd', signal);
      await store.put('a.png', bytes('second'), 'image/png', signal);
      expect(Buffer.from(await store.get('a.png', signal)).toString()).toBe('second');
      expect(await store.head('a.png', signal)).toMatchObject({
        size: 6,
        contentType: 'image/png',
      });
    });

    it('says that an object is not there', async () => {
      await store.put('folder/a', bytes('a'), 'text/plain', signal);
      for (const key of ['none', 'folder', 'folder/none/deeper']) {
        expect(await store.head(key, signal)).toBeNull();
        await expect(store.get(key, signal)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    });

    it('removes objects, and minds no object that is not there', async () => {
      await store.put('jobs/1/a', bytes('a'), 'text/plain', signal);
      await store.put('jobs/1/b', bytes('b'), 'text/plain', signal);
      await store.remove('jobs/1/a', signal);
      await store.remove('jobs/1/a', signal);
      expect(await keys('')).toEqual(['jobs/1/b']);
    });

    it('lists by prefix, in order', async () => {
      for (const key of ['b/1', 'a/2/x', 'a/10', 'ab', 'a/2.x']) {
        await store.put(key, bytes(key), 'text/plain', signal);
      }
      expect(await keys('')).toEqual(['a/10', 'a/2.x', 'a/2/x', 'ab', 'b/1']);
      expect(await keys('a')).toEqual(['a/10', 'a/2.x', 'a/2/x', 'ab']);
      expect(await keys('a/')).toEqual(['a/10', 'a/2.x', 'a/2/x']);
      expect(await keys('a/2')).toEqual(['a/2.x', 'a/2/x']);
      expect(await keys('c')).toEqual([]);
      expect(await keys('../')).toEqual([]);
    });

    it.each([
      '',
      '/a',
      'a/',
      'a//b',
      '../a',
      'a/../b',
      '.',
      'a/./b',
      '.a',
      'a b',
      'a\\b',
      'ä',
      'a\0',
      'a\n',
      'a/'.repeat(300),
    ])('refuses the key %j', async (key) => {
      const refused = { code: 'INVALID_REQUEST' };
      await expect(store.put(key, bytes('x'), 'text/plain', signal)).rejects.toMatchObject(refused);
      await expect(store.get(key, signal)).rejects.toMatchObject(refused);
      await expect(store.head(key, signal)).rejects.toMatchObject(refused);
      await expect(store.remove(key, signal)).rejects.toMatchObject(refused);
      await expect(store.presignGet(key, 60)).rejects.toMatchObject(refused);
    });

    it('does nothing once the signal has aborted', async () => {
      const aborted = AbortSignal.abort();
      await expect(store.put('a', bytes('a'), 'text/plain', aborted)).rejects.toThrow();
      expect(await store.head('a', signal)).toBeNull();
    });

    it('shows a whole object, old or new, while it is being replaced', async () => {
      const old = new Uint8Array(300_000).fill(1);
      const fresh = new Uint8Array(200_000).fill(2);
      await store.put('a', old, 'text/plain', signal);
      const [, ...seen] = await Promise.all([
        store.put('a', fresh, 'text/plain', signal),
        ...Array.from({ length: 20 }, () => store.get('a', signal)),
      ]);
      for (const object of seen) {
        expect(object.length).toBe(object[0] === 1 ? old.length : fresh.length);
        expect(object.every((byte) => byte === object[0])).toBe(true);
      }
    });

    it('signs addresses that say until when they hold', async () => {
      const before = Date.now();
      const get = await store.presignGet('jobs/1/result.png', 60);
      expect(get.method).toBe('GET');
      expect(get.url).toContain('jobs/1/result.png');
      expect(get.expiresAt).toBeGreaterThanOrEqual(before + 59_000);
      const put = await store.presignPut('uploads/1.png', {
        contentType: 'image/png',
        bytes: 1000,
        expiresInSeconds: 60,
      });
      expect(put).toMatchObject({ method: 'PUT', headers: { 'content-type': 'image/png' } });
      const post = await store.presignPost('uploads/1.png', {
        contentType: 'image/png',
        maxBytes: 1000,
        expiresInSeconds: 60,
      });
      expect(post).toMatchObject({ method: 'POST', fields: { 'Content-Type': 'image/png' } });
    });

    it('can be written to', async () => {
      await expect(store.check(signal)).resolves.toBeUndefined();
      expect(await keys('')).toEqual([]);
    });
  });
}
