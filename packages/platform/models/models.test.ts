import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KNOWN_MODELS } from './known-models.ts';
import { modelStates, verifyModel } from './model-states.ts';
import { readModel } from './read-model.ts';

const { signal } = new AbortController();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proteus-models-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('finds every network in its package, whole', async () => {
  const states = await modelStates(null);
  expect(states.map(({ name }) => name)).toEqual(KNOWN_MODELS.map(({ name }) => name));
  expect(states.filter(({ state }) => state === 'missing')).toEqual([]);
  for (const { name } of KNOWN_MODELS) expect(await verifyModel(name, null, signal)).toBe(true);
  expect((await readModel('pose_landmark_lite.tflite', undefined, signal)).length).toBe(
    states[0]!.bytes,
  );
});

it('looks into the given folder only, when there is one', async () => {
  await writeFile(join(folder, 'pose_landmark_full.tflite'), 'something else');
  const present = (await modelStates(folder)).filter(({ state }) => state === 'present');
  expect(present).toMatchObject([{ name: 'pose_landmark_full.tflite', bytes: 14 }]);
  expect(await verifyModel('pose_landmark_full.tflite', folder, signal)).toBe(false);
  expect(await verifyModel('pose_landmark_lite.tflite', folder, signal)).toBe(false);
  await expect(readModel('pose_landmark_lite.tflite', folder, signal)).rejects.toMatchObject({
    code: 'MODEL_MISSING',
  });
});

it('knows no other networks, nor paths', async () => {
  await expect(readModel('../secret', folder, signal)).rejects.toThrow(RangeError);
});
