import { describe, expect, it } from 'vitest';
import { type PresignedGrant, signForm, signGrant, verifyPresigned } from './presigned-urls.ts';

const secret = 'a secret of at least thirty-two characters';
const expiresAt = 2_000_000;
type Addressed = PresignedGrant & { readonly method: 'GET' | 'PUT' };
const get: Addressed = { method: 'GET', key: 'jobs/1/result.png', expiresAt, upload: null };
const put: Addressed = {
  method: 'PUT',
  key: 'uploads/1.png',
  expiresAt,
  upload: { contentType: 'image/png', bytes: 100 },
};

/** The request that a client makes which follows a presigned address to the letter. */
function request(grant: Addressed, signedWith = secret) {
  const { url, headers } = signGrant(signedWith, 'https://try.example', grant);
  const { pathname, searchParams } = new URL(url);
  return {
    method: grant.method as string,
    key: pathname.replace('/storage/', ''),
    query: Object.fromEntries(searchParams) as Record<string, string>,
    contentType: headers['content-type'],
    contentLength: grant.upload === null ? undefined : 100,
  };
}

const verify = (asked: ReturnType<typeof request>, now = expiresAt - 1) =>
  verifyPresigned(secret, asked, now);

describe('a presigned address', () => {
  it('allows what was signed', () => {
    expect(verify(request(get))).toEqual(get);
    expect(verify({ ...request(get), method: 'HEAD' })).toEqual(get);
    expect(verify(request(put))).toEqual(put);
  });

  it('allows a form, whose content is seen later', () => {
    const upload = { contentType: 'image/png', bytes: 100 };
    const { url, fields } = signForm(secret, '', { key: 'uploads/1.png', expiresAt, upload });
    const query = Object.fromEntries(new URL(url, 'https://try.example').searchParams);
    const asked = { method: 'POST', key: 'uploads/1.png', query };
    expect(verifyPresigned(secret, asked, 0)).toMatchObject({ method: 'POST', upload });
    expect(verifyPresigned(secret, { ...asked, method: 'PUT' }, 0)).toBeNull();
    expect(fields).toEqual({ key: 'uploads/1.png', 'Content-Type': 'image/png' });
  });

  it('allows a size that was left open, and no other key or type with it', () => {
    const asked = request({ ...put, upload: { contentType: 'image/png', bytes: null } });
    expect(verify({ ...asked, contentLength: 7 })).not.toBeNull();
    expect(verify({ ...asked, contentLength: undefined })).toBeNull();
    expect(verify({ ...asked, contentType: 'text/html' })).toBeNull();
    const closed = request(put);
    const { bytes: _, ...open } = closed.query;
    expect(verify({ ...closed, query: open })).toBeNull();
  });

  it('ends at its time', () => {
    expect(verify(request(get), expiresAt)).toBeNull();
  });

  it('allows nothing but what was signed', () => {
    const asked = request(put);
    const changed = (query: Record<string, string>) => ({
      ...asked,
      query: { ...asked.query, ...query },
    });
    expect(verify({ ...asked, key: 'uploads/2.png' })).toBeNull();
    expect(verify({ ...asked, method: 'GET' })).toBeNull();
    expect(verify({ ...asked, method: 'DELETE' })).toBeNull();
    expect(verify({ ...asked, contentType: 'text/html' })).toBeNull();
    expect(verify({ ...asked, contentType: '' })).toBeNull();
    expect(verify({ ...asked, contentLength: 101 })).toBeNull();
    expect(verify({ ...asked, contentLength: 99 })).toBeNull();
    expect(verify({ ...asked, method: 'POST' })).toBeNull();
    expect(verify({ ...asked, contentLength: undefined })).toBeNull();
    expect(verify(changed({ expires: String(expiresAt + 1) }))).toBeNull();
    expect(verify(changed({ bytes: '1000' }))).toBeNull();
    expect(verify(changed({ type: 'text/html' }))).toBeNull();
  });

  it('cannot be made without the secret', () => {
    expect(verify(request(get, 'another secret of thirty-two characters!'))).toBeNull();
    for (const signature of ['', 'AAAA', 'x'.repeat(1000)]) {
      const asked = request(get);
      expect(verify({ ...asked, query: { ...asked.query, signature } })).toBeNull();
    }
  });

  it('copes with queries of any shape', () => {
    const asked = request(get);
    for (const query of [{}, { expires: ['1'] }, { ...asked.query, signature: ['a', 'b'] }]) {
      expect(verifyPresigned(secret, { ...asked, query }, 0)).toBeNull();
    }
  });
});
