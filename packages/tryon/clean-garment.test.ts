import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import type { RgbaImage, RgbImage, Size } from '@proteus/raster/types.ts';
import { renderGarment, SAMPLE_GARMENTS } from '@proteus/samples/garments.ts';
import { describe, expect, it } from 'vitest';
import { type CleanedGarment, cleanGarment } from './clean-garment.ts';
import { opaqueBounds } from './stages/garment/outline/opaque-bounds.ts';

/** Larger than what is worked at, as photos are. */
const SIZE = { width: 864, height: 1152 };
const config = pipelineConfigSchema.parse({ work: { res_long: 768 } });
/** A hem's own soft shadow may move the crop's edge by this part of the height. */
const CROP_TOLERANCE = 0.01;
const NAMES = ['tee-sunrise', 'long-sleeve-striped', 'tank-dots', 'dress-floral', 'trousers-denim'];
const LIMIT_MS = 60_000;

function clean(
  garment: RgbImage | RgbaImage,
  signal = new AbortController().signal,
  onProgress: (progress: StageProgress) => void = () => {},
): Promise<CleanedGarment> {
  const poseEstimator = async () => {
    throw new Error('Nobody wears a garment laid flat.');
  };
  return cleanGarment({ garment, category: 'auto', config }, { poseEstimator, signal, onProgress });
}

/** Opacity of the cleaned garment at a place of its photo, 0 to 255. */
function opacityAt({ picture, place }: CleanedGarment, x: number, y: number): number {
  const column = x - place.x;
  const row = y - place.y;
  if (column < 0 || row < 0 || column >= place.width || row >= place.height) return 0;
  return picture.data[4 * (row * place.width + column) + 3]!;
}

function agreement(found: CleanedGarment, truth: Size & { readonly data: Uint8Array }): number {
  let both = 0;
  let either = 0;
  for (let y = 0, i = 0; y < truth.height; y++) {
    for (let x = 0; x < truth.width; x++, i++) {
      const isReal = truth.data[i]! > 0;
      const isFound = opacityAt(found, x, y) > 127;
      if (isReal && isFound) both++;
      if (isReal || isFound) either++;
    }
  }
  return both / either;
}

/** Bounding box of a mask, through the same eyes as that of a picture. */
function boundsOf({ width, height, data }: Size & { readonly data: Uint8Array }) {
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < data.length; i++) rgba[4 * i + 3] = data[i]!;
  return opaqueBounds({ width, height, data: rgba })!;
}

describe.each(NAMES)('cleaning %s', (name) => {
  const spec = SAMPLE_GARMENTS.find((garment) => garment.name === name)!;
  it(
    'cuts it out tightly at the photo’s own resolution',
    async () => {
      const { picture, mask, category } = renderGarment(spec, SIZE);
      const found = await clean(picture);
      expect(found.category).toBe(category);
      expect(agreement(found, mask)).toBeGreaterThan(0.98);
      const bounds = boundsOf(mask);
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        const apart = Math.abs(found.place[side] - bounds[side]);
        expect(apart, side).toBeLessThan(CROP_TOLERANCE * SIZE.height);
      }
      expect(found.picture).toMatchObject({
        width: found.place.width,
        height: found.place.height,
      });
    },
    LIMIT_MS,
  );
});

describe('cleanGarment', () => {
  const tee = () => renderGarment(SAMPLE_GARMENTS[0]!, SIZE);

  it(
    'leaves nothing of the old backdrop along the edge, and the photo’s own pixels inside',
    async () => {
      const { picture, mask } = tee();
      // A backdrop that nothing of the garment resembles.
      for (let i = 0; i < mask.data.length; i++) {
        if (!mask.data[i]) picture.data.set([30, 220, 40], 3 * i);
      }
      const found = await clean(picture);
      const { x, y, width, height } = found.place;
      let green = 0;
      for (let i = 0; i < width * height; i++) {
        const [r, g, b, a] = found.picture.data.subarray(4 * i, 4 * i + 4);
        if (a! > 0 && g! - Math.max(r!, b!) > 60) green++;
      }
      expect(green).toBe(0);
      const middle = { x: Math.round(x + width / 2), y: Math.round(y + 0.7 * height) };
      const at = (middle.y - y) * width + middle.x - x;
      const from = 3 * (middle.y * SIZE.width + middle.x);
      expect(found.picture.data.subarray(4 * at, 4 * at + 3)).toEqual(
        picture.data.subarray(from, from + 3),
      );
    },
    LIMIT_MS,
  );

  it(
    'keeps the opacity of a picture that was cut out before',
    async () => {
      const { picture, mask } = tee();
      const data = new Uint8Array(mask.data.length * 4);
      for (let i = 0; i < mask.data.length; i++) {
        data.set(picture.data.subarray(3 * i, 3 * i + 3), 4 * i);
        data[4 * i + 3] = mask.data[i]!;
      }
      const found = await clean({ ...SIZE, data });
      expect(found.place).toEqual(boundsOf(mask));
      expect(agreement(found, mask)).toBe(1);
    },
    LIMIT_MS,
  );

  it(
    'tells how far it is, stops when it is told to, and gives the same bytes again',
    async () => {
      const { picture } = tee();
      const stages: string[] = [];
      const first = await clean(picture, undefined, ({ stage }) => stages.push(stage));
      expect(stages).toEqual(['garment', 'postprocess']);
      expect((await clean(picture)).picture).toEqual(first.picture);
      await expect(clean(picture, AbortSignal.abort())).rejects.toThrow();
    },
    LIMIT_MS,
  );
});
