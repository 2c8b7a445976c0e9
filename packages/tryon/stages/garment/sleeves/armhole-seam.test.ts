import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { SideLandmarks } from '../outline/side-landmarks.ts';
import { findArmholeSeam } from './armhole-seam.ts';

const SIZE = 240;
const TIP = 40;
const ARMPIT = 160;
/** The straight armhole's column, right of the middle. */
const STRAIGHT = 180;
const MIDDLE = 120;
const WHITE = [95, 0, 0] as const;
const RED = [45, 60, 30] as const;
const side = {
  sign: 1,
  tip: { x: STRAIGHT, y: TIP },
  armpit: { x: STRAIGHT, y: ARMPIT },
} as unknown as SideLandmarks;

/** The seam of a garment that is white left of some column in each row, and its sleeve's colour right of it; up to `collarTo` the inside of its collar is seen. */
function seamOf(
  columnAt: (row: number) => number,
  sleeveAt: (row: number) => readonly number[] = () => RED,
  collarTo = 0,
): Float64Array | null {
  const mask = createMask(SIZE, SIZE);
  const data = new Float32Array(SIZE * SIZE * 3);
  for (let y = 0; y < SIZE; y++) {
    mask.data.fill(255, y * SIZE + Math.max(20, collarTo), y * SIZE + 225);
    for (let x = 20; x < 225; x++)
      data.set(x < columnAt(y) ? WHITE : sleeveAt(y), 3 * (y * SIZE + x));
  }
  return findArmholeSeam({ width: SIZE, height: SIZE, data }, mask, side, MIDDLE);
}

describe('the seam of a sleeve', () => {
  it('is followed where it bows away from the straight armhole', () => {
    const bow = (y: number) => STRAIGHT + 8 * Math.sin(((y - TIP) / (ARMPIT - TIP)) * Math.PI);
    const seam = seamOf(bow)!;
    for (let y = TIP + 6; y < ARMPIT - 6; y++) {
      expect(Math.abs(MIDDLE + seam[y - TIP]! - bow(y)), `row ${y}`).toBeLessThan(2.5);
    }
  });

  it('comes back to the straight armhole where it ends', () => {
    const seam = seamOf((y) => (y > 90 ? STRAIGHT + 8 : SIZE))!;
    expect(MIDDLE + seam[120 - TIP]!).toBeCloseTo(STRAIGHT + 8, -0.5);
    expect(MIDDLE + seam[50 - TIP]!).toBe(STRAIGHT);
    for (let row = 1; row < seam.length; row++) {
      expect(Math.abs(seam[row]! - seam[row - 1]!)).toBeLessThan(4);
    }
  });

  it('is none where both are of one colour', () => {
    expect(seamOf(() => SIZE)).toBeNull();
  });

  it('is none where it is seen down a short piece only', () => {
    expect(seamOf((y) => (y > 90 && y < 120 ? STRAIGHT + 8 : SIZE))).toBeNull();
  });

  it('is none along a print, whose colours change', () => {
    const print = (y: number) => (y % 24 < 12 ? RED : ([30, 10, -40] as const));
    expect(seamOf(() => STRAIGHT + 8, print)).toBeNull();
  });

  it('is none along the neckline, where the inside of the collar ends', () => {
    expect(seamOf(() => STRAIGHT - 8)).not.toBeNull();
    expect(
      seamOf(
        () => STRAIGHT - 8,
        () => RED,
        STRAIGHT - 8,
      ),
    ).toBeNull();
  });
});
