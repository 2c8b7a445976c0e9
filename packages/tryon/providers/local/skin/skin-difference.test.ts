import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { readDifference, spreadDifference } from './skin-difference.ts';

const WIDTH = 96;
const HEIGHT = 48;
const UNIT = 100;

function plain(value: number): RgbImage {
  return { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT * 3).fill(value) };
}

/** Known at both ends: 20 steps brighter than drawn at the left, 10 darker at the right. */
function bothEnds(): { photo: RgbImage; known: Mask } {
  const photo = plain(100);
  const known = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < 16; x++) {
      known[y * WIDTH + x] = 255;
      known[y * WIDTH + WIDTH - 1 - x] = 255;
      photo.data.fill(120, (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3);
      const right = (y * WIDTH + WIDTH - 1 - x) * 3;
      photo.data.fill(90, right, right + 3);
    }
  }
  return { photo, known: { width: WIDTH, height: HEIGHT, data: known } };
}

describe('spreadDifference', () => {
  it('meets what is seen on either side and passes between', () => {
    const { photo, known } = bothEnds();
    const difference = spreadDifference(photo, plain(100), known, UNIT)!;
    const out = new Float32Array(4);
    readDifference(difference, 18, 24, out);
    expect(out[0]).toBeGreaterThan(18);
    readDifference(difference, 77, 24, out);
    expect(out[1]).toBeLessThan(-8);
    readDifference(difference, 47, 24, out);
    expect(out[2]).toBeGreaterThan(-8);
    expect(out[2]).toBeLessThan(18);
    expect(out[3]).toBeGreaterThan(26);
  });

  it('is null where nothing is seen', () => {
    const known = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT) };
    expect(spreadDifference(plain(1), plain(2), known, UNIT)).toBeNull();
  });
});
