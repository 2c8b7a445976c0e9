import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import { applyOverlay, createOverlay, paint } from '../overlay.ts';
import { revealPure } from './pure-edge.ts';

const SIZE = 48;
const EDGE = 24;

/** Dark hair at the left over a white top at the right; one column shows half of each. */
function hairOverWhite() {
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3) };
  const oldCloth = createMask(SIZE, SIZE);
  const hair = createPlane(SIZE, SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    const share = x < EDGE ? 1 : x === EDGE ? 0.5 : 0;
    hair.data[pixel] = share;
    oldCloth.data[pixel] = x < EDGE - 4 ? 0 : 255;
    picture.data.fill(Math.round(40 * share + 240 * (1 - share)), pixel * 3, pixel * 3 + 3);
  }
  return { picture, oldCloth, hair };
}

describe('hair in front of new cloth', () => {
  it('keeps its own pixels and leaves no line of the old colour at its edge', () => {
    const { picture, oldCloth, hair } = hairOverWhite();
    const overlay = createOverlay(picture);
    for (let pixel = 0; pixel < SIZE * SIZE; pixel++) paint(overlay, pixel, 20, 20, 90, 1);
    revealPure(overlay, picture, hair, oldCloth);
    const { data } = applyOverlay(picture, overlay);
    const at = (x: number) => data[(20 * SIZE + x) * 3]!;
    expect(at(EDGE - 8)).toBe(40);
    expect(at(EDGE)).toBeLessThan(60);
    expect(at(EDGE + 1)).toBe(20);
  });
});
