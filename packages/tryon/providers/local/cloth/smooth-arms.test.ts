import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import { smoothArms } from './smooth-arms.ts';

const SIZE = 120;
const UNIT = 200;
const at = (x: number, y: number) => y * SIZE + x;

/** An arm between two columns, with a bump at row 30, a bite at row 60 and a hand from row 100 on. */
function smoothed(from: number, to: number, isBare = true) {
  const arms = createPlane(SIZE, SIZE);
  const hands = new Float32Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    const end = y >= 28 && y < 32 ? to + 6 : y >= 58 && y < 62 ? to - 5 : to;
    arms.data.fill(1, at(from, y), at(end, y));
    if (y >= 100) hands.fill(1, at(to, y), at(to + 4, y));
  }
  smoothArms(arms, hands, UNIT, () => isBare);
  return (x: number, y: number) => arms.data[at(x, y)];
}

describe('a bare arm before a garment', () => {
  it('has neither bumps nor bites', () => {
    const arm = smoothed(40, 80);
    expect(arm(84, 30)).toBe(0);
    expect(arm(77, 60)).toBe(1);
    expect(arm(79, 80)).toBe(1);
  });

  it('stays where it is thin all along', () => {
    const arm = smoothed(40, 47);
    expect(arm(43, 80)).toBe(1);
  });

  it('keeps a short thin piece between a part that was drawn and a wider one', () => {
    const arms = createPlane(SIZE, SIZE);
    for (let y = 0; y < SIZE; y++) arms.data.fill(1, at(40, y), at(y < 60 ? 47 : 70, y));
    smoothArms(arms, new Float32Array(SIZE * SIZE), UNIT, (pixel) => pixel >= at(0, 40));
    for (let y = 0; y < SIZE; y++) expect(arms.data[at(43, y)], `row ${y}`).toBe(1);
  });

  it('is not touched where it was drawn', () => {
    expect(smoothed(40, 80, false)(84, 30)).toBe(1);
  });

  it('keeps the hand beside it', () => {
    const arm = smoothed(40, 80);
    expect(arm(82, 110)).toBe(0);
    expect(arm(79, 110)).toBe(1);
  });
});
