import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawSamples } from './draw.ts';
import { renderGarment, SAMPLE_GARMENTS } from './garments.ts';
import { renderPerson, SAMPLE_PEOPLE } from './people.ts';
import { samplePath } from './sample-path.ts';
import { SAMPLE_SIZE } from './sample-size.ts';

const HERE = import.meta.dirname;

async function read(file: string): Promise<RgbImage> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Mean difference, 0 to 255, of two pictures brought to a small size. */
function difference(a: RgbImage, b: RgbImage): number {
  const small = [a, b].map((picture) => resizeRgb(picture, 24, 32).data);
  const sum = small[0]!.reduce((total, value, i) => total + Math.abs(value - small[1]![i]!), 0);
  return sum / small[0]!.length;
}

describe('the committed sample pictures', () => {
  it.each(SAMPLE_PEOPLE.map((spec) => [spec.name, spec] as const))(
    'show %s as the renderer draws them',
    async (name, spec) => {
      const committed = await read(path.join(HERE, 'people', `${name}.jpg`));
      expect(committed).toMatchObject(SAMPLE_SIZE);
      const { picture } = renderPerson(spec, { width: 120, height: 160 });
      expect(difference(committed, picture)).toBeLessThan(3);
    },
  );

  it.each(SAMPLE_GARMENTS.map((spec) => [spec.name, spec] as const))(
    'show %s as the renderer draws it',
    async (name, spec) => {
      const committed = await read(path.join(HERE, 'garments', `${name}.jpg`));
      expect(committed).toMatchObject(SAMPLE_SIZE);
      const { picture } = renderGarment(spec, { width: 384, height: 512 });
      expect(difference(committed, picture)).toBeLessThan(2.5);
    },
  );

  it('are small enough for a repository', async () => {
    for (const kind of ['people', 'garments']) {
      for (const file of await readdir(path.join(HERE, kind))) {
        expect((await stat(path.join(HERE, kind, file))).size).toBeLessThanOrEqual(150_000);
      }
    }
  });

  it('include the ones that demos use', async () => {
    expect(await read(samplePath('person'))).toMatchObject(SAMPLE_SIZE);
    expect(await read(samplePath('garment'))).toMatchObject(SAMPLE_SIZE);
  });
});

describe('drawing the samples', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'proteus-samples-'));
  });
  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it('gives exactly the committed picture, and reports progress', async () => {
    const progress: number[] = [];
    const files = await drawSamples(directory, {
      only: ['tee-sunrise'],
      onProgress: (share) => progress.push(share),
    });
    expect(files).toEqual([path.join(directory, 'garments', 'tee-sunrise.jpg')]);
    expect(progress).toEqual([1]);
    expect(difference(await read(files[0]!), await read(samplePath('garment')))).toBeLessThan(0.05);
  });

  it('stops when aborted', async () => {
    const controller = new AbortController();
    const drawing = drawSamples(directory, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(drawing).rejects.toThrow('enough');
    await expect(drawSamples(directory, { signal: controller.signal })).rejects.toThrow('enough');
  });

  it('says which picture could not be written', async () => {
    const drawing = drawSamples(path.join(directory, 'nowhere', '\0'), { only: ['tee-sunrise'] });
    await expect(drawing).rejects.toThrow();
  });
});
