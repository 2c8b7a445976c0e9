import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakePicture } from '../testing/fake-pictures.ts';
import { signUp, type TestUser } from '../testing/sign-up.ts';
import { createTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { upload, uploadUrl } from '../testing/upload.ts';

let gateway: TestGateway;
let time: number;
let ana: TestUser;
let bo: TestUser;
beforeEach(async () => {
  time = Date.UTC(2026, 0, 1);
  gateway = await createTestGateway({ parts: { clock: () => time } });
  ana = await signUp(gateway, 'ana@example.org');
  bo = await signUp(gateway, 'bo@example.org');
});
afterEach(() => gateway.close());

const post = (user: TestUser, url: string, payload: object) =>
  user.inject({ method: 'POST', url, payload });
const download = (user: TestUser, key: string) =>
  post(user, '/images/presignedDownloadUrl', { key });

describe('uploading', () => {
  it('puts the picture under a key that the server chose, below the user’s own prefix', async () => {
    const key = await upload(ana, 'snap');
    expect(key).toMatch(new RegExp(`^users/${ana.user.id}/uploads/\\w+\\.png$`));
    const { url, expires_in } = (await download(ana, key)).json();
    expect(expires_in).toBeGreaterThan(0);
    const picture = await gateway.app.inject({ url });
    expect(picture.rawPayload).toEqual(Buffer.from(fakePicture('snap')));
  });

  it.each([
    ['another type', { 'content-type': 'text/html' }, ''],
    ['a tampered signature', {}, 'x'],
  ])('refuses %s', async (_, changed, suffix) => {
    const { url, headers } = await uploadUrl(ana);
    const reply = await gateway.app.inject({
      method: 'PUT',
      url: `${url}${suffix}`,
      headers: { ...headers, ...changed },
      payload: Buffer.from('x'),
    });
    expect(reply.statusCode).toBe(403);
  });

  it('refuses more bytes than were signed, and what comes too late', async () => {
    const { url, headers } = await uploadUrl(ana, 4);
    const put = (payload: Buffer) => gateway.app.inject({ method: 'PUT', url, headers, payload });
    expect((await put(Buffer.from('12345'))).statusCode).toBe(403);
    expect((await put(Buffer.from('1234'))).statusCode).toBe(200);
    time += 16 * 60_000;
    expect((await put(Buffer.from('1234'))).statusCode).toBe(403);
  });

  it('refuses another user’s key', async () => {
    const foreign = await upload(bo, 'snap');
    const { url, headers, key } = await uploadUrl(ana);
    const reply = await gateway.app.inject({
      method: 'PUT',
      url: url.replace(key, foreign),
      headers,
      payload: Buffer.from('x'),
    });
    expect(reply.statusCode).toBe(403);
    const { url: reading } = (await download(bo, foreign)).json();
    const picture = await gateway.app.inject({ url: reading });
    expect(picture.rawPayload).toEqual(Buffer.from(fakePicture('snap')));
  });

  it('bounds a form by the size that was given, else by the largest that is taken', async () => {
    const [given, open] = [await uploadUrl(ana, 4), await uploadUrl(ana)];
    expect(given.form).toMatchObject({ method: 'POST', max_bytes: 4 });
    expect(open.form.max_bytes).toBe(gateway.settings.MAX_IMAGE_BYTES);
    const send = async ({ form, key }: typeof given, bytes: number) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
      body.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'me.png');
      const request = new Request('http://localhost', { method: 'POST', body });
      const { statusCode } = await gateway.app.inject({
        method: 'POST',
        url: form.url,
        headers: { 'content-type': request.headers.get('content-type')! },
        payload: Buffer.from(await request.arrayBuffer()),
      });
      return [statusCode, (await download(ana, key)).statusCode];
    };
    expect(await send(given, 5)).toEqual([413, 404]);
    expect(await send(given, 4)).toEqual([204, 200]);
    expect(await send(open, 5)).toEqual([204, 200]);
  });

  it('signs nothing for other types, for too large files, and for strangers', async () => {
    const ask = (payload: object) => post(ana, '/images/presignedUploadUrl', payload);
    const svg = await ask({ fileName: 'a.svg', fileType: 'image/svg+xml' });
    expect(svg.statusCode).toBe(400);
    const large = await ask({ fileName: 'a.png', fileType: 'image/png', size: 26 * 2 ** 20 });
    expect(large.json().error.code).toBe('IMAGE_FILE_TOO_LARGE');
    const stranger = await gateway.app.inject({
      method: 'POST',
      url: '/images/presignedUploadUrl',
      payload: { fileName: 'a.png', fileType: 'image/png' },
    });
    expect(stranger.statusCode).toBe(401);
  });
});

describe('downloading', () => {
  it('answers a foreign key as one that does not exist', async () => {
    const key = await upload(bo, 'snap');
    const missing = `users/${ana.user.id}/uploads/none.png`;
    const traversal = `users/${ana.user.id}/uploads/../../${bo.user.id}/uploads/x.png`;
    for (const foreign of [key, missing, traversal, 'jobs/none/result.png', '/etc/passwd']) {
      const reply = await download(ana, foreign);
      expect([reply.statusCode, reply.json().error.code]).toEqual([404, 'NOT_FOUND']);
    }
  });
});
