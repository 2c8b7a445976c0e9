import { testPresignedAddresses } from '@proteus/platform/storage/presigned.conformance.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestGateway, listen, type TestGateway } from '../testing/test-gateway.ts';

const { signal } = new AbortController();
let gateway: TestGateway;
let now = Date.now();

beforeEach(async () => {
  gateway = await createTestGateway({ parts: { clock: () => now } });
  await gateway.store.put('a/b.png', new Uint8Array(Buffer.from('pixels')), 'image/png', signal);
});
afterEach(() => gateway.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'GET', url, headers });

describe('GET /storage/*', () => {
  it('gives an object to whoever has its signed address', async () => {
    const { url } = await gateway.store.presignGet('a/b.png', 60);
    const reply = await get(url);
    expect([reply.statusCode, reply.body]).toEqual([200, 'pixels']);
    expect(reply.headers).toMatchObject({
      'content-type': 'image/png',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, max-age=60',
    });
    const etag = String(reply.headers.etag);
    expect((await get(url, { 'if-none-match': etag })).statusCode).toBe(304);
    const head = await gateway.app.inject({ method: 'HEAD', url });
    expect([head.statusCode, head.body]).toEqual([200, '']);
  });

  it('answers every address that is not signed so, or no longer, in the same way', async () => {
    await gateway.store.put('a/c.png', new Uint8Array(1), 'image/png', signal);
    const { url } = await gateway.store.presignGet('a/b.png', 60);
    const addresses = [
      '/storage/a/b.png',
      url.replace('b.png', 'c.png'),
      url.replace(/expires=(\d+)/, (_all, time) => `expires=${Number(time) + 1000}`),
      url.replace(/signature=./, 'signature=!'),
      `${url}&signature=x`,
    ];
    const replies = await Promise.all(addresses.map((address) => get(address)));
    now += 61_000;
    replies.push(await get(url));
    for (const reply of replies) {
      expect([reply.statusCode, reply.json().error.code]).toEqual([403, 'FORBIDDEN']);
    }
  });

  it('answers 404 for an object that is not there any more', async () => {
    const { url } = await gateway.store.presignGet('a/gone.png', 60);
    expect((await get(url)).statusCode).toBe(404);
  });

  it('has what is no picture downloaded instead of opened', async () => {
    await gateway.store.put('page', new Uint8Array(9), 'text/html', signal);
    const { url } = await gateway.store.presignGet('page', 60);
    const { headers } = await get(url);
    expect(headers['content-disposition']).toBe('attachment');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('PUT /storage/*', () => {
  const presign = () =>
    gateway.store.presignPut('up/x.png', {
      contentType: 'image/png',
      bytes: 8,
      expiresInSeconds: 60,
    });
  const put = (url: string, payload: string, type = 'image/png') =>
    gateway.app.inject({ method: 'PUT', url, headers: { 'content-type': type }, payload });

  it('stores what was signed', async () => {
    const { url } = await presign();
    expect((await put(url, '12345678')).statusCode).toBe(200);
    expect(Buffer.from(await gateway.store.get('up/x.png', signal)).toString()).toBe('12345678');
  });

  it('refuses another type, more bytes, and an address for reading', async () => {
    const { url } = await presign();
    const reading = await gateway.store.presignGet('up/x.png', 60);
    const replies = [
      await put(url, '1', 'text/html'),
      await put(url, '123456789'),
      await put(reading.url, '1'),
    ];
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
    expect(await gateway.store.head('up/x.png', signal)).toBeNull();
  });
});

it('has no such addresses when the store serves its own', async () => {
  await gateway.close();
  gateway = await createTestGateway({ parts: { verifyPresigned: null } });
  expect((await get('/storage/a/b.png')).statusCode).toBe(404);
});

testPresignedAddresses('the local store', async () => {
  const reachable = await createTestGateway();
  const origin = `http://127.0.0.1:${await listen(reachable)}`;
  return { store: reachable.store, origin, close: reachable.close };
});
