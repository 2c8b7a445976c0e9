import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { extendAcross } from './extend-across.ts';

const SIZE = 80;
const EDGE = 40;

describe('cloth that goes on over its sides', () => {
  const upright = {
    frame: { right: { x: 1, y: 0 }, down: { x: 0, y: 1 } },
  } as unknown as PersonAnalysis;

  /** Cloth in broad stripes whose side slants, and whose outline is a dark line. */
  function outlinedStripes(): WarpedPart {
    const alpha = createPlane(SIZE, SIZE);
    const data = new Uint8Array(SIZE * SIZE * 3);
    const part = { alpha, colour: { width: SIZE, height: SIZE, data } } as unknown as WarpedPart;
    for (let pixel = 0; pixel < part.alpha.data.length; pixel++) {
      const y = Math.floor(pixel / SIZE);
      const beyond = (pixel % SIZE) - (EDGE + 0.45 * (y - SIZE / 2));
      part.alpha.data[pixel] = Math.min(1, Math.max(0, 0.5 - beyond));
      const level = y % 16 < 8 ? 120 : 220;
      part.colour.data.fill(beyond > -1.5 ? level / 2 : level, pixel * 3, pixel * 3 + 3);
    }
    return part;
  }

  it('takes the line of an outline off a side that goes on beyond it', () => {
    const part = outlinedStripes();
    const wanted = new Float32Array(SIZE * SIZE);
    for (let pixel = 0; pixel < wanted.length; pixel++) {
      const y = Math.floor(pixel / SIZE);
      wanted[pixel] = (pixel % SIZE) - (EDGE + 0.45 * (y - SIZE / 2)) < 6 ? 1 : 0;
    }
    extendAcross(part, wanted, 12, upright);
    for (let y = 28; y < 52; y++) {
      if (y % 8 < 3 || y % 8 > 4) continue;
      for (let x = EDGE - 12; x < EDGE + 0.45 * (y - SIZE / 2); x++) {
        expect(part.colour.data[(y * SIZE + x) * 3], `${x}, ${y}`).toBe(y % 16 < 8 ? 120 : 220);
      }
    }
  });

  it('repeats no scraps of another part that lie along its edge', () => {
    const alpha = createPlane(SIZE, SIZE);
    const data = new Uint8Array(SIZE * SIZE * 3).fill(200);
    for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
      const beyond = (pixel % SIZE) - EDGE;
      alpha.data[pixel] = beyond < 0 ? 1 : 0;
      const isScrap = beyond >= -4 && Math.floor(pixel / SIZE) % 7 < 3;
      if (isScrap) data.fill(40, pixel * 3, pixel * 3 + 3);
    }
    const part = { alpha, colour: { width: SIZE, height: SIZE, data } } as unknown as WarpedPart;
    const wanted = new Float32Array(SIZE * SIZE);
    for (let pixel = 0; pixel < wanted.length; pixel++) wanted[pixel] = pixel % SIZE < 52 ? 1 : 0;
    extendAcross(part, wanted, 30, upright);
    for (let y = 20; y < 60; y++) {
      for (let x = 20; x < 52; x++) expect(data[(y * SIZE + x) * 3], `${x}, ${y}`).toBe(200);
    }
  });

  it('leaves the line of an outline where nothing goes on', () => {
    const part = outlinedStripes();
    const before = part.colour.data.slice();
    const wanted = new Float32Array(SIZE * SIZE);
    // Only the upper half goes on.
    for (let pixel = 0; pixel < wanted.length / 2 - 8 * SIZE; pixel++) wanted[pixel] = 1;
    extendAcross(part, wanted, 6, upright);
    const lower = 3 * SIZE * (SIZE / 2);
    expect(part.colour.data.subarray(lower)).toEqual(before.subarray(lower));
  });
});
