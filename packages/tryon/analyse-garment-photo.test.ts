import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { PART } from '@proteus/contracts/person-parts.ts';
import { resizePlane } from '@proteus/raster/resize-plane.ts';
import { renderGarment, SAMPLE_GARMENTS } from '@proteus/samples/garments.ts';
import { renderPerson, SAMPLE_PEOPLE } from '@proteus/samples/people.ts';
import { describe, expect, it } from 'vitest';
import { analyseGarmentPhoto } from './analyse-garment-photo.ts';
import type { PoseEstimator } from './pose.ts';

const SIZE = { width: 288, height: 384 };
const model = renderPerson(SAMPLE_PEOPLE[0]!, SIZE);
const tee = renderGarment(SAMPLE_GARMENTS.find(({ name }) => name.startsWith('tee'))!, SIZE);
const config = pipelineConfigSchema.parse({ work: { res_long: 512 } });
const signal = new AbortController().signal;

/** The drawn model's true pose, found with this confidence. */
function estimator(score: number): PoseEstimator {
  return async (picture) => {
    const scale = picture.width / SIZE.width;
    const body = Float32Array.from(model.parts.data, (part) => (part === PART.background ? 0 : 1));
    return {
      landmarks: model.landmarks.map(({ x, y }) => ({
        x: x * scale,
        y: y * scale,
        z: 0,
        visibility: 0.95,
        presence: 1,
      })),
      score,
      personMask: resizePlane({ ...SIZE, data: body }, picture.width, picture.height),
    };
  };
}

const never: PoseEstimator = async () => {
  throw new Error('Nobody had to be looked for.');
};

describe('analyseGarmentPhoto', () => {
  it('takes the top off the model who wears it', async () => {
    const photo = { garment: model.picture, category: 'auto', config } as const;
    const found = await analyseGarmentPhoto(photo, {
      poseEstimator: estimator(0.99),
      signal,
      checkpoint: () => {},
    });
    expect(found.category).toBe('upper');
    expect(found.confidence).toBeLessThan(0.81);
    const { width, height } = found.alpha;
    let both = 0;
    let either = 0;
    for (let y = 0; y < height; y++) {
      const row = Math.floor((y * SIZE.height) / height) * SIZE.width;
      for (let x = 0; x < width; x++) {
        const part = model.parts.data[row + Math.floor((x * SIZE.width) / width)];
        const isTop = part === PART['upper-clothes'];
        const isFound = found.alpha.data[y * width + x]! > 0.5;
        if (isTop && isFound) both++;
        if (isTop || isFound) either++;
      }
    }
    expect(both / either).toBeGreaterThan(0.85);
  });

  it('looks for nobody in the photo of a garment laid flat', async () => {
    const photo = { garment: tee.picture, category: 'auto', config } as const;
    const found = await analyseGarmentPhoto(photo, {
      poseEstimator: never,
      signal,
      checkpoint: () => {},
    });
    expect(found.category).toBe('upper');
  });

  it('takes no printed face for a model', async () => {
    const data = tee.picture.data.slice();
    for (let y = 120; y < 170; y++) {
      for (let x = 120; x < 165; x++) data.set([205, 150, 125], 3 * (y * SIZE.width + x));
    }
    const photo = { garment: { ...SIZE, data }, category: 'auto', config } as const;
    const found = await analyseGarmentPhoto(photo, {
      poseEstimator: estimator(0.3),
      signal,
      checkpoint: () => {},
    });
    const inside = tee.mask.data.reduce((sum, value) => sum + (value ? 1 : 0), 0);
    const scale = (found.alpha.width / SIZE.width) ** 2;
    const area = found.alpha.data.reduce((sum, value) => sum + value, 0) / scale;
    expect(Math.abs(area / inside - 1)).toBeLessThan(0.05);
  });

  it('finds no garment where there is neither a garment nor a person', async () => {
    const data = new Uint8Array(3 * SIZE.width * SIZE.height);
    for (let i = 0; i < data.length; i++) data[i] = (Math.floor(i / 37) * 7919) % 251;
    const photo = { garment: { ...SIZE, data }, category: 'auto', config } as const;
    await expect(
      analyseGarmentPhoto(photo, { poseEstimator: estimator(0.1), signal, checkpoint: () => {} }),
    ).rejects.toMatchObject({ code: 'GARMENT_NOT_FOUND' });
  });
});
