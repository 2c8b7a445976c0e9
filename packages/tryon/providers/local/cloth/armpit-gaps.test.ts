import { createPlane } from '@proteus/raster/create-plane.ts';
import { expect, it } from 'vitest';
import { findArmpitGaps } from './armpit-gaps.ts';

const SIZE = 60;

/** The gaps of columns 20 to 29, whose sleeve ends at row 20 and whose torso begins at some row. */
function gapsAbove(torsoFrom: number): (x: number, y: number) => number {
  const sleeve = createPlane(SIZE, SIZE);
  const torso = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    if (y < 20) sleeve.data.fill(1, y * SIZE + 20, y * SIZE + 40);
    if (y >= torsoFrom) torso.data.fill(1, y * SIZE, y * SIZE + 30);
  }
  const gaps = findArmpitGaps(sleeve, torso, 12);
  return (x, y) => gaps.data[y * SIZE + x]!;
}

it('finds what lies below a sleeve and above the torso, and nothing beside them', () => {
  const at = gapsAbove(30);
  for (let y = 0; y < SIZE; y++) {
    expect(at(25, y), `row ${y}`).toBe(y >= 20 && y < 30 ? 255 : 0);
    expect(at(35, y)).toBe(0);
    expect(at(10, y)).toBe(0);
  }
});

it('leaves a sleeve alone that hangs far above', () => {
  expect(gapsAbove(40)(25, 30)).toBe(0);
});
