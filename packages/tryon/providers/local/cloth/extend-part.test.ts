import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { extendPart } from './extend-part.ts';

const SIZE = 80;
const EDGE = 40;

/** Dark cloth left of column 40, whose outermost pixels have mixed with a white page. */
function darkCloth(): WarpedPart {
  const alpha = createPlane(SIZE, SIZE);
  const data = new Uint8Array(SIZE * SIZE * 3).fill(20);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    alpha.data[pixel] = x < EDGE ? 1 : x === EDGE ? 0.15 : 0;
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

  it('keeps its own colour up to its edge: a stripe is in one piece where that slants', () => {
    const part = darkCloth();
    const { alpha, colour } = part;
    const edgeAt = (y: number) => EDGE + 0.45 * (y - SIZE / 2);
    for (let pixel = 0; pixel < alpha.data.length; pixel++) {
      const y = Math.floor(pixel / SIZE);
      alpha.data[pixel] = Math.min(1, Math.max(0, edgeAt(y) - (pixel % SIZE) + 0.5));
      colour.data.fill(y % 8 < 4 ? 20 : 220, pixel * 3, pixel * 3 + 3);
    }
    const own = alpha.data.slice();
    const wanted = new Float32Array(SIZE * SIZE);
    for (let pixel = 0; pixel < wanted.length; pixel++) {
      wanted[pixel] = pixel % SIZE < edgeAt(Math.floor(pixel / SIZE)) + 6 ? 1 : 0;
    }
    extendPart(part, wanted, 12);
    for (let pixel = 20 * SIZE; pixel < 60 * SIZE; pixel++) {
      if (own[pixel]! < 0.6) continue;
      expect(colour.data[pixel * 3]).toBe(Math.floor(pixel / SIZE) % 8 < 4 ? 20 : 220);
    }
  });

  it('leaves no hole where there is too little cloth around it to mirror', () => {
    const alpha = createPlane(SIZE, SIZE);
    const data = new Uint8Array(SIZE * SIZE * 3).fill(90);
    const wanted = new Float32Array(SIZE * SIZE);
    const fromMiddle = (pixel: number) =>
      Math.hypot((pixel % SIZE) - EDGE, Math.floor(pixel / SIZE) - EDGE);
    for (let pixel = 0; pixel < wanted.length; pixel++) {
      const away = fromMiddle(pixel);
      alpha.data[pixel] = away > 8 && away < 12 ? 1 : 0;
      wanted[pixel] = away < 12 ? 1 : 0;
    }
    const colour = { width: SIZE, height: SIZE, data };
    extendPart({ alpha, colour } as unknown as WarpedPart, wanted, 12);
    for (let pixel = 0; pixel < wanted.length; pixel++) {
      if (fromMiddle(pixel) < 8) expect(alpha.data[pixel]).toBe(1);
    }
  });
});
