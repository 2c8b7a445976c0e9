import type { RgbImage } from '@proteus/raster/types.ts';
import { expect, it } from 'vitest';
import { showsFace } from './shows-face.ts';

const WIDTH = 96;
const HEIGHT = 128;

function paint(isSkin: (x: number, y: number) => boolean): RgbImage {
  const data = new Uint8Array(3 * WIDTH * HEIGHT).fill(235);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      if (isSkin(x, y)) data.set([215, 165, 140], 3 * (y * WIDTH + x));
    }
  }
  return { width: WIDTH, height: HEIGHT, data };
}

const isFace = (x: number, y: number) => ((x - 48) / 10) ** 2 + ((y - 18) / 14) ** 2 < 1;
const isBareBody = (x: number, y: number) => {
  const isNeck = Math.abs(x - 48) < 6 && y > 28 && y < 40;
  const isShoulders = Math.abs(x - 48) < 22 && y >= 38 && y < 46;
  const isArm = Math.abs(Math.abs(x - 48) - 20 - y / 20) < 3 && y >= 40 && y < 110;
  return isNeck || isShoulders || isArm;
};

it('sees a face', () => {
  expect(showsFace(paint(isFace))).toBe(true);
});

it('sees a face that is one patch with bare shoulders and arms', () => {
  expect(showsFace(paint((x, y) => isFace(x, y) || isBareBody(x, y)))).toBe(true);
});

it('takes two straps of skin’s colour for no face', () => {
  expect(showsFace(paint((x, y) => Math.abs(Math.abs(x - 48) - 15) < 2 && y < 90))).toBe(false);
});
