import { PassThrough } from 'node:stream';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { limitBody } from './limit-body.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const limits = { maxBodyBytes: 10, timeLimitMs: 1000, closing: new AbortController().signal };

function requestOf(headers: Record<string, string> = {}) {
  return Object.assign(new PassThrough(), { headers }) as unknown as PassThrough &
    Parameters<typeof limitBody>[0];
}

const codeOf = (promise: Promise<unknown>) =>
  promise.catch((error: unknown) => (error instanceof ProteusError ? error.code : error));

it('refuses at once what announces too much', async () => {
  const body = limitBody(requestOf({ 'content-length': '11' }), limits);
  expect(await codeOf(body.stopped)).toBe('PAYLOAD_TOO_LARGE');
  body.release();
});

it('refuses more bytes than it may have, in however many pieces', async () => {
  const request = requestOf();
  const body = limitBody(request, limits);
  request.write('12345');
  request.write('12345');
  request.write('1');
  expect(await codeOf(body.stopped)).toBe('PAYLOAD_TOO_LARGE');
  body.release();
});

it('refuses a body that drips in too slowly', async () => {
  const request = requestOf();
  const body = limitBody(request, limits);
  request.write('1');
  vi.advanceTimersByTime(999);
  request.write('2');
  vi.advanceTimersByTime(1);
  expect(await codeOf(body.stopped)).toBe('REQUEST_TIMEOUT');
  body.release();
});

it.each(['before', 'while'])(
  'gives a body two seconds when the server closes %s it arrives',
  async (when) => {
    const closing = new AbortController();
    if (when === 'before') closing.abort();
    const body = limitBody(requestOf(), {
      ...limits,
      timeLimitMs: 60_000,
      closing: closing.signal,
    });
    closing.abort();
    vi.advanceTimersByTime(2_000);
    expect(await Promise.race([codeOf(body.stopped), Promise.resolve().then(() => 'waits')])).toBe(
      'NOT_READY',
    );
    body.release();
  },
);
