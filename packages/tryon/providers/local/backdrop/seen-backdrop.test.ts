import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { readFill } from '../plate/region-fill.ts';
import { seeBackdrop } from './seen-backdrop.ts';

const SIZE = 160;
const WALL = 200;

/** Red trousers before a plain wall; the parse took a patch of them, 16 pixels wide, for wall. */
function trousers(): PersonAnalysis {
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3).fill(WALL) };
  const parts = createMask(SIZE, SIZE);
  for (let y = 60; y < SIZE; y++) {
    for (let x = 50; x < 110; x++) {
      picture.data.set([250, 10, 10], (y * SIZE + x) * 3);
      const isMissed = x >= 52 && x < 68 && y >= 130;
      parts.data[y * SIZE + x] = isMissed ? PART.background : PART['lower-clothes'];
    }
  }
  return {
    picture,
    parts,
    pose: { personMask: createPlane(SIZE, SIZE) },
    frame: { shoulderWidth: 80 },
  } as unknown as PersonAnalysis;
}

describe('what is seen of the backdrop', () => {
  it('is no patch of the old cloth that the parse has missed', () => {
    const { smooth } = seeBackdrop(trousers(), PART['lower-clothes'])!;
    const colour = new Float32Array(3);
    readFill(smooth, 60, 145, colour);
    for (const value of colour) expect(value).toBeCloseTo(WALL, -1);
  });
});
