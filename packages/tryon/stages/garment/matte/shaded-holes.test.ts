import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { findShadedHoles } from './shaded-holes.ts';

const WIDTH = 160;
const HEIGHT = 240;
const BACKDROP = [95, 0, 1];
const CLOTH = [70, -5, -35];
/** The backdrop's own hue, in the garment's shade. */
const SHADE = [88, 0, 1.5];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const inBox = ({ x, y, width, height }: Box, column: number, row: number) =>
  column >= x && column < x + width && row >= y && row < y + height;
const GARMENT = { x: 20, y: 20, width: 120, height: 200 };

/** A blue garment before a warm white wall, all over it a print of squares, and one pocket that is the wall in shade. */
function printed(print: readonly number[], pocket: Box) {
  const outline = createMask(WIDTH, HEIGHT);
  const photo = new Float32Array(WIDTH * HEIGHT * 3);
  const lab = new Float32Array(WIDTH * HEIGHT * 3);
  for (let y = 0, pixel = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, pixel++) {
      const isGarment = inBox(GARMENT, x, y);
      if (isGarment) outline.data[pixel] = 255;
      const isPrint = x % 16 > 9 && y % 16 > 9;
      const colour = !isGarment ? BACKDROP : isPrint ? print : CLOTH;
      photo.set(inBox(pocket, x, y) ? SHADE : colour, 3 * pixel);
      lab.set(BACKDROP, 3 * pixel);
    }
  }
  const size = { width: WIDTH, height: HEIGHT };
  const model: BackgroundModel = {
    window: { x: 0, y: 0, ...size },
    photo: { ...size, data: photo },
    lab: { ...size, data: lab },
    difference: createPlane(WIDTH, HEIGHT),
    noise: 0.5,
    plainness: 1,
  };
  return findShadedHoles(outline, model);
}

const BESIDE = { x: 28, y: 90, width: 8, height: 24 };
const BLUISH = [91, -1, -6];

describe('the backdrop in the shade of a garment', () => {
  it('is found between prints of another hue', () => {
    const holes = printed(BLUISH, BESIDE);
    for (let y = 0, pixel = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++, pixel++) {
        expect(holes!.data[pixel] !== 0, `at ${x}, ${y}`).toBe(inBox(BESIDE, x, y));
      }
    }
  });

  it('cannot be told from a print of its own hue', () => {
    expect(printed([91, 0, 1], BESIDE)).toBeNull();
  });

  it('is not looked for inside a garment, where spots are its print', () => {
    expect(printed(BLUISH, { ...BESIDE, x: 76 })).toBeNull();
  });
});
