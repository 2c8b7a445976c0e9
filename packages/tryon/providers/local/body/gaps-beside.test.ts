import { describe, expect, it } from 'vitest';
import { findGapsBeside } from './gaps-beside.ts';

const SIZE = { width: 100, height: 60 };
const BODY_TO = 40;

/** How many pixels are filled in each row between a body up to column 40 and an arm, given the gap of each row. */
function filledRows(gapAt: (y: number) => number): number[] {
  const column = (pixel: number) => pixel % SIZE.width;
  const { data } = findGapsBeside(SIZE, {
    isBody: (pixel) => column(pixel) < BODY_TO,
    isArm: (pixel) => column(pixel) >= BODY_TO + gapAt(Math.floor(pixel / SIZE.width)),
    wasCloth: () => true,
    widest: 20,
    slope: 1,
  });
  return Array.from({ length: SIZE.height }, (_, y) => {
    const gap = data.subarray(y * SIZE.width + BODY_TO, y * SIZE.width + BODY_TO + gapAt(y));
    return gap.reduce((sum, is) => sum + (is === 0 ? 0 : 1), 0);
  });
}

describe('gaps between a body and the arm beside it', () => {
  it('are filled where they are narrow, and less and less where they widen', () => {
    const filled = filledRows((y) => 5 + Math.floor(y / 4));
    expect(filled.slice(0, 20)).toEqual(
      Array.from({ length: 20 }, (_, y) => 5 + Math.floor(y / 4)),
    );
    for (let y = 24; y < SIZE.height; y++)
      expect(filled[y]!).toBeLessThanOrEqual(filled[y - 1]! + 1);
    expect(filled.at(-1)).toBeLessThan(3);
  });

  it('get nothing that ends before the arm', () => {
    expect(Math.max(...filledRows((y) => 13 + Math.abs(y - 30)))).toBe(0);
  });
});
