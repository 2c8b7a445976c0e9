import { readFile } from 'node:fs/promises';
import { parsedPersonSchema } from '@proteus/contracts/api/parse.ts';
import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { createMemoryCache } from '@proteus/platform/cache/create-memory-cache.ts';
import { samplePath } from '@proteus/samples/sample-path.ts';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { parseFile } from './parse-file.ts';
import { createPoseNetworks } from './pose-networks.ts';
import type { ParseTask } from './task.ts';

const config = pipelineConfigSchema.parse({
  pose: { network: 'lite', mirror: false },
  work: { res_long: 512 },
});
const limits = { maxBytes: 1e8, maxPixels: 1e8, minSide: 1, decodeTimeMs: 20_000 };
const tools = {
  networks: createPoseNetworks({ threads: 1, modelsDirectory: null }),
  kept: { bytes: createMemoryCache(1e8), version: 'one' },
};
const context = { signal: new AbortController().signal, onProgress: () => {} };
const LIMIT_MS = 60_000;

async function taskFor(sample: 'person' | 'garment'): Promise<ParseTask> {
  const bytes = await readFile(samplePath(sample));
  return { type: 'parse', bytes, strokes: [], config, limits };
}

it(
  'tells parts, areas and pose, with a map of the photo’s own size',
  async () => {
    const task = await taskFor('person');
    const parsed = await parseFile(task, tools, context);
    expect(parsedPersonSchema.parse(parsed)).toEqual(parsed);
    const photo = await sharp(task.bytes).metadata();
    expect([parsed.width, parsed.height]).toEqual([photo.width, photo.height]);

    const area = (name: string) => parsed.parts.find((part) => part.name === name)!.area;
    expect(parsed.parts.reduce((sum, part) => sum + part.area, 0)).toBeCloseTo(1);
    expect(area('background')).toBeGreaterThan(0.3);
    for (const name of ['face', 'upper-clothes', 'lower-clothes']) {
      expect(area(name)).toBeGreaterThan(0.005);
    }
    const nose = parsed.pose.landmarks.find(({ name }) => name === 'nose')!;
    expect(nose.x).toBeGreaterThan(0.3);
    expect(nose.x).toBeLessThan(0.7);

    const map = await sharp(Buffer.from(parsed.map.split(',')[1]!, 'base64')).metadata();
    expect(map).toMatchObject({ width: photo.width, height: photo.height, isPalette: true });
    expect(await parseFile(task, tools, context)).toEqual(parsed);
  },
  LIMIT_MS,
);

it(
  'refuses a picture without a person',
  async () => {
    await expect(parseFile(await taskFor('garment'), tools, context)).rejects.toMatchObject({
      code: 'NO_PERSON',
    });
  },
  LIMIT_MS,
);
