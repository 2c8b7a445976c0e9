import { readFile } from 'node:fs/promises';
import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import type { ByteCache } from '@proteus/platform/cache/byte-cache.ts';
import { createMemoryCache } from '@proteus/platform/cache/create-memory-cache.ts';
import { deriveSeed } from '@proteus/platform/hashing/derive-seed.ts';
import { normalisePicture } from '@proteus/platform/pictures/normalise-picture.ts';
import { samplePath } from '@proteus/samples/sample-path.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPass } from './pass.ts';
import { createPoseNetworks } from './pose-networks.ts';
import type { TryOnOutcome, TryOnTask } from './task.ts';
import { tryOnFiles } from './try-on-files.ts';

const limits = { maxBytes: 1e8, maxPixels: 1e8, minSide: 1, decodeTimeMs: 20_000 };
const config = pipelineConfigSchema.parse({
  pose: { network: 'lite', mirror: false },
  work: { res_long: 512 },
});
const networks = createPoseNetworks({ threads: 1, modelsDirectory: null });
const context = { signal: new AbortController().signal, onProgress: () => {} };
const LIMIT_MS = 60_000;

let task: TryOnTask;
beforeAll(async () => {
  task = {
    type: 'try-on',
    person: await readFile(samplePath('person')),
    garment: await readFile(samplePath('garment')),
    category: 'upper',
    corrections: NO_CORRECTIONS,
    seed: null,
    config,
    limits,
  };
});

function dress(bytes: ByteCache | null, changes: Partial<TryOnTask> = {}): Promise<TryOnOutcome> {
  const kept = bytes && { bytes, version: 'one' };
  return tryOnFiles({ ...task, ...changes }, { networks, kept }, context);
}

describe('a try-on with a cache', () => {
  it(
    'gives the same bytes as one without, whether the analyses were remembered or not',
    async () => {
      const cache = createMemoryCache(1e8);
      const plain = await dress(null);
      const first = await dress(cache);
      const second = await dress(cache);
      expect(plain.lookups).toEqual({});
      expect(first.lookups).toEqual({ person: 'miss', garment: 'miss' });
      expect(second.lookups).toEqual({ person: 'hit', garment: 'hit' });
      expect(Buffer.compare(first.picture, plain.picture)).toBe(0);
      expect(Buffer.compare(second.picture, plain.picture)).toBe(0);
      expect(second.quality).toEqual(plain.quality);
    },
    LIMIT_MS,
  );

  it(
    'remembers only what the same photo, settings and corrections gave',
    async () => {
      const cache = createMemoryCache(1e8);
      await dress(cache);
      const { person, garment } = task;
      const lookups = async (changes: Partial<TryOnTask>) => (await dress(cache, changes)).lookups;
      expect(await lookups({ category: 'auto' })).toEqual({ person: 'hit', garment: 'miss' });
      const landmarks = { left_hem: { x: 0.3, y: 0.7 } };
      const corrected = { corrections: { ...NO_CORRECTIONS, garment_landmarks: landmarks } };
      const before = await dress(cache);
      const moved = await dress(cache, corrected);
      // Corrected landmarks are laid over what was remembered, so that dragging a point is quick.
      expect(moved.lookups).toEqual({ person: 'hit', garment: 'hit' });
      expect(Buffer.compare(moved.picture, before.picture)).not.toBe(0);
      expect(Buffer.compare(moved.picture, (await dress(null, corrected)).picture)).toBe(0);
      const stroke = { part: 'hair' as const, radius: 0.01, points: [{ x: 0.5, y: 0.1 }] };
      expect(await lookups({ corrections: { ...NO_CORRECTIONS, person_mask: [stroke] } })).toEqual({
        person: 'miss',
        garment: 'hit',
      });
      expect(await lookups({ config: { ...config, work: { res_long: 544 } } })).toEqual({
        person: 'miss',
        garment: 'miss',
      });
      expect(await lookups({ person, garment, seed: 3 })).toEqual({
        person: 'hit',
        garment: 'hit',
      });
    },
    LIMIT_MS,
  );

  it(
    'is not disturbed by bytes that are no analysis',
    async () => {
      const nonsense: ByteCache = { get: async () => Buffer.from('nonsense'), set: async () => {} };
      const outcome = await dress(nonsense);
      expect(outcome.lookups).toEqual({ person: 'miss', garment: 'miss' });
    },
    LIMIT_MS,
  );
});

it(
  'in a pass finds out about a person once, and gives the same bytes',
  async () => {
    const tasks = (['upper', 'auto', 'upper'] as const).map((category) => ({ ...task, category }));
    const pass = createPass(tasks.length);
    const together: TryOnOutcome[] = [];
    for (const one of tasks) {
      together.push(await tryOnFiles(one, { networks, kept: null }, { ...context, pass }));
    }
    expect(together.map(({ lookups }) => lookups)).toEqual([
      { person: 'miss', garment: 'miss' },
      { person: 'hit', garment: 'miss' },
      { person: 'hit', garment: 'hit' },
    ]);
    for (const [index, one] of tasks.entries()) {
      const alone = await tryOnFiles(one, { networks, kept: null }, context);
      expect(Buffer.compare(together[index]!.picture, alone.picture)).toBe(0);
    }
  },
  LIMIT_MS * 2,
);

it(
  'derives the seed as the gateway does, whatever file the picture came in',
  async () => {
    const pictures = [];
    for (const file of [task.person, task.garment]) {
      pictures.push(await normalisePicture(file, limits, context.signal));
    }
    const hashes = pictures.map(({ sha256 }) => sha256);
    const seed = deriveSeed({ pictures: hashes, category: 'upper', config });
    const [person, garment] = pictures.map(({ bytes }) => bytes);
    const changes = { person: person!, garment: garment! };
    expect([(await dress(null)).seed, (await dress(null, changes)).seed]).toEqual([seed, seed]);
  },
  LIMIT_MS,
);
