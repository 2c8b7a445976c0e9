import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SpareTime } from './spare-time.ts';

const LONG_MS = 10_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that goes on until it is told to stop. */
function endless(begun: string[]) {
  return (signal: AbortSignal) => {
    begun.push('endless');
    return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  };
}

it('is used only after a while without tasks', async () => {
  const done: number[] = [];
  const spare = new SpareTime();
  spare.add(async () => void done.push(1));
  spare.begin();
  await vi.advanceTimersByTimeAsync(50);
  await spare.end();
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(done).toEqual([]);
  spare.begin();
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(done).toEqual([1]);
});

it('goes from one piece of work to the next, whatever becomes of it, and does each once', async () => {
  const done: number[] = [];
  const spare = new SpareTime();
  spare.add(async () => {
    done.push(1);
    throw new Error('no garment in the picture');
  });
  spare.add(async () => void done.push(2));
  for (let pause = 0; pause < 2; pause++) {
    spare.begin();
    await vi.advanceTimersByTimeAsync(LONG_MS);
    await spare.end();
  }
  expect(done).toEqual([1, 2]);
});

it('ends when its work has stopped, and begins that work anew the next time', async () => {
  const begun: string[] = [];
  const spare = new SpareTime();
  spare.add(endless(begun));
  spare.begin();
  await vi.advanceTimersByTimeAsync(LONG_MS);
  await spare.end();
  expect(begun).toEqual(['endless']);
  spare.begin();
  await vi.advanceTimersByTimeAsync(LONG_MS);
  await spare.end();
  expect(begun).toEqual(['endless', 'endless']);
});
