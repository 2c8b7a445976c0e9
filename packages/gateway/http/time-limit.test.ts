import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withTimeLimit } from './time-limit.ts';

const forever = new AbortController().signal;
const late = () => new Error('late');
const endless = (signal: AbortSignal) => sleep(60_000, undefined, { signal });

it('gives the result, and the error, of work that ends in time', async () => {
  expect(await withTimeLimit(5_000, forever, async () => 7, late)).toBe(7);
  const failing = () => Promise.reject(new Error('its own'));
  await expect(withTimeLimit(5_000, forever, failing, late)).rejects.toThrow('its own');
});

it('ends work that takes too long, and says that it was late', async () => {
  await expect(withTimeLimit(10, forever, endless, late)).rejects.toThrow('late');
});

it('does not blame the time when somebody else ended the work', async () => {
  const controller = new AbortController();
  const work = withTimeLimit(5_000, controller.signal, endless, late);
  controller.abort();
  await expect(work).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
});
