import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LINGER_MS, linger } from './linger.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('cuts the connection of a client that goes on and on', () => {
  const request = new PassThrough();
  linger(request);
  request.write('x'.repeat(100));
  vi.advanceTimersByTime(LINGER_MS - 1);
  expect(request.destroyed).toBe(false);
  vi.advanceTimersByTime(1);
  expect(request.destroyed).toBe(true);
});

it('takes the stream away from who read it, so that nothing piles up there', () => {
  const request = new PassThrough();
  const reader = new PassThrough();
  request.pipe(reader);
  linger(request);
  request.write('x');
  expect(reader.readableLength).toBe(0);
});

it('leaves alone what has arrived as a whole', async () => {
  const request = new PassThrough();
  request.end('all of it');
  await request.toArray();
  linger(request);
  expect(vi.getTimerCount()).toBe(0);
});
