import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { downBody } from './courses.ts';
import { extendPart } from './extend-part.ts';

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
    extendPart(part, wanted, 12, downBody(upright));
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
    extendPart(part, wanted, 30, downBody(upright));
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
    extendPart(part, wanted, 6, downBody(upright));
    const lower = 3 * SIZE * (SIZE / 2);
    expect(part.colour.data.subarray(lower)).toEqual(before.subarray(lower));
  });

  /** A sleeve in broad stripes across it that runs down to the right, 16 pixels wide, and ends squarely after 85. */
  function slantingSleeve(): WarpedPart {
    const alpha = createPlane(SIZE, SIZE);
    const data = new Uint8Array(SIZE * SIZE * 3);
    for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
      const [x, y] = [pixel % SIZE, Math.floor(pixel / SIZE)];
      const beside = (x - y) * Math.SQRT1_2;
      const along = Math.floor((x + y) * Math.SQRT1_2);
      alpha.data[pixel] = Math.abs(beside) < 8 && along < 85 ? 1 : 0;
      data.fill(along % 24 < 12 ? 40 : 200, pixel * 3, pixel * 3 + 3);
    }
    return { alpha, colour: { width: SIZE, height: SIZE, data } } as unknown as WarpedPart;
  }
  const slanting = {
    right: { x: Math.SQRT1_2, y: -Math.SQRT1_2 },
    down: { x: Math.SQRT1_2, y: Math.SQRT1_2 },
  };

  it('continues a limb’s stripes in the way that it runs', () => {
    const part = slantingSleeve();
    extendPart(part, new Float32Array(SIZE * SIZE).fill(1), 6, {
      axesAt: () => slanting,
      rim: 0,
      isOpenEnded: true,
    });
    let seen = 0;
    for (let pixel = 20 * SIZE; pixel < 40 * SIZE; pixel++) {
      const [x, y] = [pixel % SIZE, Math.floor(pixel / SIZE)];
      const along = Math.floor((x + y) * Math.SQRT1_2) % 12;
      if (part.alpha.data[pixel]! < 0.9 || along < 3 || along > 8) continue;
      seen++;
      const level = Math.floor((x + y) * Math.SQRT1_2) % 24 < 12 ? 40 : 200;
      expect(part.colour.data[pixel * 3], `${x}, ${y}`).toBeCloseTo(level, -1);
    }
    expect(seen).toBeGreaterThan(200);
  });

  it('goes on over its end only where it is open', () => {
    const below = 62 * SIZE + 62;
    for (const isOpenEnded of [true, false]) {
      const part = slantingSleeve();
      extendPart(part, new Float32Array(SIZE * SIZE).fill(1), 6, {
        axesAt: () => slanting,
        rim: 0,
        isOpenEnded,
      });
      expect(part.alpha.data[below]).toBe(isOpenEnded ? 1 : 0);
    }
  });

  it('is mirrored at its very edge where it has no sides', () => {
    const part = slantingSleeve();
    const before = part.colour.data.slice();
    extendPart(part, new Float32Array(SIZE * SIZE).fill(1), 6, {
      axesAt: () => null,
      rim: 0,
      isOpenEnded: true,
    });
    for (let pixel = 20 * SIZE; pixel < 40 * SIZE; pixel++) {
      const beside = ((pixel % SIZE) - Math.floor(pixel / SIZE)) * Math.SQRT1_2;
      if (Math.abs(beside) < 7) expect(part.colour.data[pixel * 3]).toBe(before[pixel * 3]);
    }
  });
});
