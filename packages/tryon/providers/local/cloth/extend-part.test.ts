import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { extendPart } from './extend-part.ts';

const SIZE = 80;
const EDGE = 40;

/** Dark cloth left of column 40, whose edge pixels have mixed with a white page. */
function darkCloth(): WarpedPart {
  const alpha = createPlane(SIZE, SIZE);
  const data = new Uint8Array(SIZE * SIZE * 3).fill(20);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    alpha.data[pixel] = x < EDGE ? 1 : x === EDGE ? 0.6 : 0;
    if (x >= EDGE) data.fill(240, pixel * 3, pixel * 3 + 3);
  }
  return { alpha, colour: { width: SIZE, height: SIZE, data } } as unknown as WarpedPart;
}

describe('cloth that goes on over its edge', () => {
  it('shows no line where its edge was', () => {
    const part = darkCloth();
    const wanted = new Float32Array(SIZE * SIZE);
    for (let pixel = 0; pixel < wanted.length; pixel++) wanted[pixel] = pixel % SIZE < 48 ? 1 : 0;
    extendPart(part, wanted, 12);
    for (let x = EDGE - 2; x < 48; x++) {
      const pixel = 40 * SIZE + x;
      expect(part.alpha.data[pixel]).toBe(1);
      expect(part.colour.data[pixel * 3]).toBeLessThan(30);
    }
    expect(part.alpha.data[40 * SIZE + 50]).toBe(0);
  });
});
