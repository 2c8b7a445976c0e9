import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { resizePlane } from '@proteus/raster/resize-plane.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import { renderGarment, SAMPLE_GARMENTS } from '@proteus/samples/garments.ts';
import { renderPerson, SAMPLE_PEOPLE } from '@proteus/samples/people.ts';
import { expect, it } from 'vitest';
import { runTryOn } from './pipeline.ts';
import type { PoseEstimator } from './pose.ts';

const DRAWN = { width: 288, height: 384 };
const CAMERA = { width: 3000, height: 4000 };
/** Enough where only sameness counts: a small photo is enlarged twice at most. */
const SMALL = { width: 150, height: 200 };
const LIMIT_MS = 120_000;
/**
 * Of the interpolation between the sizes, in working pixels: two along and two across, and one for
 * what rounds to nothing in the small photo's bytes.
 */
const REACH = Math.ceil(Math.hypot(2, 2)) + 1;

const person = renderPerson(SAMPLE_PEOPLE[0]!, DRAWN);
const tee = renderGarment(SAMPLE_GARMENTS.find(({ name }) => name.startsWith('tee'))!, DRAWN);

const truePose: PoseEstimator = async ({ width, height }) => ({
  landmarks: person.landmarks.map(({ x, y }) => {
    const scale = width / DRAWN.width;
    return { x: x * scale, y: y * scale, z: 0, visibility: 0.95, presence: 1 };
  }),
  score: 0.99,
  personMask: resizePlane(
    {
      ...DRAWN,
      data: Float32Array.from(person.parts.data, (part) => Number(part !== PART.background)),
    },
    width,
    height,
  ),
});

async function dress(photo: RgbImage): Promise<RgbImage> {
  const { picture } = await runTryOn(
    {
      person: photo,
      garment: tee.picture,
      category: 'upper',
      corrections: NO_CORRECTIONS,
      seed: 5,
      config: pipelineConfigSchema.parse({ work: { res_long: 512 } }),
    },
    { poseEstimator: truePose, signal: new AbortController().signal, onProgress: () => {} },
  );
  return picture;
}

function changes(before: RgbImage, after: RgbImage): Mask {
  const { width, height } = before;
  const data = new Uint8Array(width * height);
  for (let i = 0; i < before.data.length; i++) {
    if (before.data[i] !== after.data[i]) data[Math.floor(i / 3)] = 255;
  }
  return { width, height, data };
}

it(
  'gives a photo of 12 million pixels back whole, changed only where it is changed when small',
  async () => {
    const photo = resizeRgb(person.picture, CAMERA.width, CAMERA.height);
    const small = resizeRgb(photo, 384, 512);
    const allowed = dilate(changes(small, await dress(small)), REACH);
    const result = await dress(photo);
    expect(result).toMatchObject(CAMERA);
    const changed = changes(photo, result);
    let inside = 0;
    let strays = 0;
    for (let y = 0, i = 0; y < CAMERA.height; y++) {
      const row = Math.floor(((y + 0.5) * allowed.height) / CAMERA.height) * allowed.width;
      for (let x = 0; x < CAMERA.width; x++, i++) {
        if (changed.data[i] === 0) continue;
        const at = row + Math.floor(((x + 0.5) * allowed.width) / CAMERA.width);
        if (allowed.data[at] === 0) strays++;
        else inside++;
      }
    }
    expect(strays).toBe(0);
    expect(inside).toBeGreaterThan(0.02 * changed.data.length);
  },
  LIMIT_MS,
);

it(
  'gives the same bytes ten times in a row, another photo in between',
  async () => {
    const photo = resizeRgb(person.picture, SMALL.width, SMALL.height);
    const first = await dress(photo);
    await dress(person.picture);
    for (let job = 2; job <= 10; job++) {
      expect(Buffer.compare((await dress(photo)).data, first.data)).toBe(0);
    }
  },
  LIMIT_MS,
);
