import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { extendPart } from './extend-cloth.ts';

const SIZE = 60;
const upright = {
  frame: { down: { x: 0, y: 1 }, right: { x: 1, y: 0 } },
} as unknown as PersonAnalysis;

/** Cloth striped across, in columns 20 to 39 and rows 10 to 49. */
function stripedPart(): WarpedPart {
  const alpha = createPlane(SIZE, SIZE);
  const data = new Uint8Array(SIZE * SIZE * 3);
  for (let y = 10; y < 50; y++) {
    for (let x = 20; x < 40; x++) {
      alpha.data[y * SIZE + x] = 1;
      data.fill(y % 8 < 4 ? 250 : 20, (y * SIZE + x) * 3, (y * SIZE + x) * 3 + 3);
    }
  }
  return { alpha, colour: { width: SIZE, height: SIZE, data } };
}

describe('extending cloth', () => {
  const part = stripedPart();
  extendPart(part, new Float32Array(SIZE * SIZE).fill(1), 8, upright);
  const alphaAt = (x: number, y: number) => part.alpha.data[y * SIZE + x];
  const colourAt = (x: number, y: number) => part.colour.data[(y * SIZE + x) * 3];

  it('continues stripes over the sides', () => {
    for (let y = 20; y < 40; y++) {
      expect(alphaAt(44, y)).toBe(1);
      expect(colourAt(44, y)).toBe(colourAt(39, y));
      expect(colourAt(14, y)).toBe(colourAt(20, y));
    }
  });

  it('ends at its reach', () => {
    expect(alphaAt(49, 30)).toBe(0);
    expect(alphaAt(9, 30)).toBe(0);
  });

  it('grows over neither hem nor neckline', () => {
    expect(alphaAt(30, 53)).toBe(0);
    expect(alphaAt(30, 6)).toBe(0);
  });
});
