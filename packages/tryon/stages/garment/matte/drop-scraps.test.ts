import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { dropScraps } from './drop-scraps.ts';

const WIDTH = 120;
const HEIGHT = 500;
const BACKDROP = 92;

const inCloth = (x: number, y: number) => x >= 40 && x < 100 && y >= 100 && y < 400;

/**
 * Dark cloth with something pale in or beside it.
 *
 * @param lightness of what is pale.
 * @returns the share of it that the outline still holds.
 */
function keptOf(
  isPale: (x: number, y: number) => boolean,
  lightness = BACKDROP - 1,
  edge = 80,
): number {
  const mask = createMask(WIDTH, HEIGHT);
  const clear = createMask(WIDTH, HEIGHT);
  const photo = new Float32Array(3 * mask.data.length);
  const backdrop = new Float32Array(photo.length);
  const pale: number[] = [];
  for (let y = 0, i = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, i++) {
      const isDark = inCloth(x, y) && !isPale(x, y);
      backdrop[3 * i] = BACKDROP;
      photo[3 * i] = isDark ? BACKDROP - edge : isPale(x, y) ? lightness : BACKDROP;
      if (isPale(x, y)) pale.push(i);
      if (isDark) clear.data[i] = 255;
      if (isDark || isPale(x, y)) mask.data[i] = 255;
    }
  }
  const size = { width: WIDTH, height: HEIGHT };
  const model: BackgroundModel = {
    window: { x: 0, y: 0, ...size },
    photo: { ...size, data: photo },
    lab: { ...size, data: backdrop },
    difference: { ...size, data: new Float32Array(mask.data.length) },
    noise: 0,
    plainness: 1,
  };
  const strongest = { data: new Float32Array(mask.data.length).fill(edge), sourceOf: () => 0 };
  dropScraps(mask, { clear, strongest }, model);
  return pale.filter((i) => mask.data[i]).length / pale.length;
}

const beside = (x: number, y: number) => x >= 100 && x < 102 && y >= 200 && y < 240;

describe('dropScraps', () => {
  it('takes a thin scrap of backdrop off a strong edge', () => {
    expect(keptOf(beside)).toBe(0);
  });

  it.each([
    [
      'a stripe of the backdrop’s colour',
      (x: number, y: number) => inCloth(x, y) && y >= 200 && y < 206,
    ],
    [
      'a dot at the edge',
      (x: number, y: number) => inCloth(x, y) && Math.hypot(x - 97, y - 200) < 5,
    ],
    ['a cuff', (x: number, y: number) => x >= 40 && x < 100 && y >= 400 && y < 430],
    ['piping', (x: number, y: number) => x >= 100 && x < 102 && y >= 150 && y < 380],
  ])('keeps %s', (_, isPale) => {
    expect(keptOf(isPale)).toBe(1);
  });

  it('keeps what is on the other side of the backdrop, as white is on grey', () => {
    expect(keptOf(beside, BACKDROP + 4)).toBe(1);
  });

  it('leaves faint outlines alone', () => {
    expect(keptOf(beside, BACKDROP - 1, 8)).toBe(1);
  });
});
