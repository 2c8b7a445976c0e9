import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { busynessAt, measureBusyness } from './busyness.ts';

const SIDE = 160;
const UNIT = 80;

function scene(colourAt: (x: number, y: number) => number): {
  picture: RgbImage;
  known: Mask;
  hidden: Mask;
} {
  const data = new Uint8Array(SIDE * SIDE * 3);
  const hidden = new Uint8Array(SIDE * SIDE);
  for (let pixel = 0; pixel < hidden.length; pixel++) {
    const x = pixel % SIDE;
    const y = Math.floor(pixel / SIDE);
    if (x > 60 && x < 100 && y > 40 && y < 120) hidden[pixel] = 255;
    data.fill(colourAt(x, y), pixel * 3, pixel * 3 + 3);
  }
  const size = { width: SIDE, height: SIDE };
  return {
    picture: { ...size, data },
    known: { ...size, data: hidden.map((value) => 255 - value) },
    hidden: { ...size, data: hidden },
  };
}

function measure(colourAt: (x: number, y: number) => number) {
  const { picture, known, hidden } = scene(colourAt);
  return measureBusyness(picture, known, hidden, UNIT);
}

describe('measureBusyness', () => {
  it('finds nothing busy in a lit studio wall, its grain included', () => {
    expect(measure((x, y) => 120 + x / 4 + y / 8 + ((x * 7 + y * 13) % 5))).toBeNull();
  });

  it('finds shelves busy, and tells the plain wall on the other side', () => {
    const busyness = measure((x, y) => (x > SIDE / 2 && y % 20 < 8 ? 40 : 170));
    const besideShelves = busynessAt(busyness!, 100, 80);
    expect(besideShelves).toBeGreaterThan(20);
    expect(busynessAt(busyness!, 50, 80)).toBeLessThan(besideShelves / 3);
  });

  it('finds nothing where no backdrop is known', () => {
    const { picture, known, hidden } = scene((x) => (x % 20 < 8 ? 40 : 170));
    known.data.fill(0);
    expect(measureBusyness(picture, known, hidden, UNIT)).toBeNull();
  });
});
