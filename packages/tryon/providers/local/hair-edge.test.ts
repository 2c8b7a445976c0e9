import { PART } from '@proteus/contracts/person-parts.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { revealHair } from './hair-edge.ts';
import { applyOverlay, createOverlay, paint } from './overlay.ts';

const SIZE = 48;
const EDGE = 24;

/** Dark hair at the left over a white top at the right; one column shows half of each. */
function hairOverWhite(): PersonAnalysis {
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3) };
  const parts = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE) };
  const hair = createPlane(SIZE, SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    const share = x < EDGE ? 1 : x === EDGE ? 0.5 : 0;
    hair.data[pixel] = share;
    parts.data[pixel] = x < EDGE ? PART.hair : PART['upper-clothes'];
    picture.data.fill(Math.round(40 * share + 240 * (1 - share)), pixel * 3, pixel * 3 + 3);
  }
  return { picture, parts, regions: { hair } } as unknown as PersonAnalysis;
}

describe('hair in front of new cloth', () => {
  it('keeps its own pixels and leaves no line of the old colour at its edge', () => {
    const person = hairOverWhite();
    const overlay = createOverlay(person.picture);
    for (let pixel = 0; pixel < SIZE * SIZE; pixel++) paint(overlay, pixel, 20, 20, 90, 1);
    revealHair(overlay, person);
    const { data } = applyOverlay(person.picture, overlay);
    const at = (x: number) => data[(20 * SIZE + x) * 3]!;
    expect(at(EDGE - 8)).toBe(40);
    expect(at(EDGE)).toBeLessThan(60);
    expect(at(EDGE + 1)).toBe(20);
  });
});
