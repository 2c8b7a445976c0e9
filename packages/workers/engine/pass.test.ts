import { readFile } from 'node:fs/promises';
import { samplePath } from '@proteus/samples/sample-path.ts';
import { expect, it } from 'vitest';
import { createPass } from './pass.ts';

const limits = { maxBytes: 1e8, maxPixels: 1e8, minSide: 1, decodeTimeMs: 20_000 };
const { signal } = new AbortController();

it('decodes the file of a neighbour once, and that of nobody else twice', async () => {
  const pass = createPass(4);
  const [person, garment] = await Promise.all([
    readFile(samplePath('person')),
    readFile(samplePath('garment')),
  ]);
  const first = await pass.decode(person, limits, signal);
  await pass.decode(garment, limits, signal);
  expect(await pass.decode(person, limits, signal)).toBe(first);
  expect(await pass.decode(Buffer.from(person), limits, signal)).not.toBe(first);
});

it('does not pass a cancellation on to the next', async () => {
  const pass = createPass(2);
  const person = await readFile(samplePath('person'));
  await expect(pass.decode(person, limits, AbortSignal.abort())).rejects.toThrow();
  expect((await pass.decode(person, limits, signal)).width).toBeGreaterThan(0);
});

it('keeps nothing for a task that is alone', async () => {
  expect(createPass(1).analyses).toBeNull();
});
