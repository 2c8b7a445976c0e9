import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import { columnColours } from './column-colours.ts';

const WIDTH = 40;
const HEIGHT = 30;

/** Blue cloth with a red panel from column 20 on; rows 10 to 13 lie in a fold's shade. */
function cloth() {
  const picture = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT * 3) };
  const known = createMask(WIDTH, HEIGHT);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
    const x = pixel % WIDTH;
    const y = Math.floor(pixel / WIDTH);
    const light = y >= 10 && y < 13 ? 0.4 : 1;
    picture.data.set(x < 20 ? [0, 0, 200 * light] : [200 * light, 0, 0], pixel * 3);
    if (y >= 8 && x >= 5 && x < 35) known.data[pixel] = 255;
  }
  return { picture, known };
}

describe('columnColours', () => {
  const { picture, known } = cloth();
  const colours = columnColours(picture, known, 20, 1)!;

  it('keeps panels that run up and down', () => {
    expect(colours[12 * 3 + 2]!).toBeGreaterThan(170);
    expect(colours[12 * 3]!).toBeLessThan(2);
    expect(colours[28 * 3]!).toBeGreaterThan(170);
  });

  it('gives columns without cloth the nearest ones colour', () => {
    expect(colours[2]!).toBeGreaterThan(170);
    expect(colours[39 * 3]!).toBeGreaterThan(170);
  });

  it('says so where nothing is known', () => {
    expect(columnColours(picture, createMask(WIDTH, HEIGHT), 20, 1)).toBeNull();
  });
});
