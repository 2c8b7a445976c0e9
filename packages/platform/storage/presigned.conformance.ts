import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObjectStore, PresignedForm, PresignedUrl } from './object-store.ts';

/** A store whose presigned addresses can be reached. */
export interface ReachableStore {
  readonly store: ObjectStore;
  /** What comes before addresses that begin with `/`. */
  readonly origin: string;
  close(): Promise<void>;
}

const { signal } = new AbortController();
const TYPE = 'image/png';

/** S3's policy of a form with room for one byte more. */
function widen(policy: string): string {
  const text = Buffer.from(policy, 'base64').toString();
  return Buffer.from(
    text.replace('"content-length-range",1,8', '"content-length-range",1,9'),
  ).toString('base64');
}

/** What the presigned addresses of every `ObjectStore` allow, and what not; over real HTTP. */
export function testPresignedAddresses(name: string, create: () => Promise<ReachableStore>): void {
  describe(`the presigned addresses of ${name}`, () => {
    let subject: ReachableStore;
    let store: ObjectStore;
    let files = 0;
    beforeAll(async () => {
      subject = await create();
      store = subject.store;
    });
    afterAll(() => subject.close());

    const newKey = () => `uploads/${++files}.png`;
    const reach = (url: string) => new URL(url, subject.origin);
    const presignPut = (key: string, expiresInSeconds = 60) =>
      store.presignPut(key, { contentType: TYPE, bytes: 8, expiresInSeconds });
    const presignPost = (key: string, expiresInSeconds = 60) =>
      store.presignPost(key, { contentType: TYPE, maxBytes: 8, expiresInSeconds });

    async function put({ url, headers }: PresignedUrl, body = '12345678', type?: string) {
      const sent = type === undefined ? headers : { 'content-type': type };
      const { status } = await fetch(reach(url), { method: 'PUT', headers: sent, body });
      return status;
    }

    async function post({ url, fields }: PresignedForm, body = '12345678') {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      form.append('file', new Blob([body], { type: TYPE }), 'picture.png');
      return (await fetch(reach(url), { method: 'POST', body: form })).status;
    }

    async function expectRefused(status: number, ...keys: string[]) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      for (const key of keys) expect(await store.head(key, signal)).toBeNull();
    }

    it('give an object to read, whole and in its type', async () => {
      const key = newKey();
      await store.put(key, Buffer.from('pixels'), TYPE, signal);
      const answer = await fetch(reach((await store.presignGet(key, 60)).url));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, TYPE]);
      expect(await answer.text()).toBe('pixels');
    });

    it('give nothing to read after their time', async () => {
      const key = newKey();
      await store.put(key, Buffer.from('pixels'), TYPE, signal);
      const { url } = await store.presignGet(key, 1);
      await sleep(2_100);
      expect((await fetch(reach(url))).status).toBe(403);
    });

    it('take what was signed, by PUT and as a form', async () => {
      const [first, second] = [newKey(), newKey()];
      expect(await put(await presignPut(first))).toBe(200);
      expect(await post(await presignPost(second))).toBe(204);
      for (const key of [first, second]) {
        expect(await store.head(key, signal)).toMatchObject({ size: 8, contentType: TYPE });
      }
    });

    it('take a smaller file with a form', async () => {
      const key = newKey();
      expect(await post(await presignPost(key), '1')).toBe(204);
      expect(await store.head(key, signal)).toMatchObject({ size: 1 });
    });

    it('take a file of any size where none was signed, but of no other type', async () => {
      const key = newKey();
      const open = { contentType: TYPE, bytes: null, expiresInSeconds: 60 };
      const signed = await store.presignPut(key, open);
      await expectRefused(await put(signed, '12345', 'text/html'), key);
      expect(await put(signed, '12345')).toBe(200);
      expect(await store.head(key, signal)).toMatchObject({ size: 5 });
    });

    it('refuse a file larger than signed', async () => {
      const [first, second] = [newKey(), newKey()];
      await expectRefused(await put(await presignPut(first), '123456789'), first);
      await expectRefused(await post(await presignPost(second), '123456789'), second);
    });

    it('refuse another type', async () => {
      const [first, second] = [newKey(), newKey()];
      await expectRefused(await put(await presignPut(first), undefined, 'text/html'), first);
      const form = await presignPost(second);
      const fields = { ...form.fields, 'Content-Type': 'text/html' };
      await expectRefused(await post({ ...form, fields }), second);
    });

    it('refuse what was changed in them: key, signature or method', async () => {
      const [key, other] = [newKey(), newKey()];
      const signed = await presignPut(key);
      const elsewhere = { ...signed, url: signed.url.replace(key, other) };
      await expectRefused(await put(elsewhere), key, other);
      const another = (_: string, before: string, letter: string) =>
        before + (letter === '_' ? '-' : '_');
      const forged = { ...signed, url: signed.url.replace(/(signature=.)(.)/i, another) };
      await expectRefused(await put(forged), key);
      const read = await store.presignGet(key, 60);
      await expectRefused(await put({ ...read, headers: { 'content-type': TYPE } }), key);
      const form = await presignPost(key);
      const fields = { ...form.fields, key: form.fields.key!.replace(key, other) };
      await expectRefused(await post({ ...form, fields }), key, other);
    });

    it('refuse a longer life and a larger file than were signed, whoever writes them in', async () => {
      const key = newKey();
      const { url, headers } = await presignPut(key);
      const longer = url.replace(/(expires=)(\d+)/i, (_all, name, time) => `${name}${time}0`);
      expect(longer).not.toBe(url);
      await expectRefused(await put({ url: longer, method: 'PUT', headers, expiresAt: 0 }), key);
      const form = await presignPost(key);
      const policy = form.fields.Policy;
      // A form's limit is in its policy, or in its address.
      const wider =
        policy === undefined
          ? { ...form, url: form.url.replace('bytes=8', 'bytes=9') }
          : { ...form, fields: { ...form.fields, Policy: widen(policy) } };
      expect(wider).not.toEqual(form);
      await expectRefused(await post(wider, '123456789'), key);
    });

    it('refuse the key of another user', async () => {
      const [own, foreign] = ['users/ana/uploads/1.png', 'users/bo/uploads/1.png'];
      await store.put(foreign, Buffer.from('bo'), TYPE, signal);
      const signed = await presignPut(own);
      await expectRefused(await put({ ...signed, url: signed.url.replace(own, foreign) }), own);
      const form = await presignPost(own);
      const fields = { ...form.fields, key: form.fields.key!.replace(own, foreign) };
      const url = form.url.replace(own, foreign);
      await expectRefused(await post({ ...form, url, fields }), own);
      const { url: reading } = await store.presignGet(own, 60);
      expect((await fetch(reach(reading.replace(own, foreign)))).status).toBe(403);
      expect(Buffer.from(await store.get(foreign, signal)).toString()).toBe('bo');
    });

    it('refuse everything after their time', async () => {
      const [first, second] = [newKey(), newKey()];
      const [late, form] = [await presignPut(first, 1), await presignPost(second, 1)];
      await sleep(2_100);
      await expectRefused(await put(late), first);
      await expectRefused(await post(form), second);
    });
  });
}
