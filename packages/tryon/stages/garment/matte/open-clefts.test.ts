import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { openClefts } from './open-clefts.ts';

const SIZE = 200;
/** The gap's own tip, and the row below which the outline has it. */
const TIP = 60;
const BRIDGED = 100;

/** Cloth all over, with a gap of some width below its tip that the outline has from further down only. */
function opened(cloth: number, width: number): (y: number) => number {
  const mask = createMask(SIZE, SIZE);
  mask.data.fill(255);
  const difference = createPlane(SIZE, SIZE, cloth);
  for (let y = TIP; y < SIZE; y++) {
    difference.data.fill(2, y * SIZE + 100, y * SIZE + 100 + width);
    if (y >= BRIDGED) mask.data.fill(0, y * SIZE + 100, y * SIZE + 100 + width);
  }
  openClefts(mask, { difference } as unknown as BackgroundModel);
  return (y) => mask.data.subarray(y * SIZE, (y + 1) * SIZE).filter((set) => set === 0).length;
}

describe('a cleft between sleeve and torso', () => {
  it('is opened up to its tip', () => {
    const width = opened(60, 4);
    for (let y = TIP; y < SIZE - 1; y++) expect(width(y), `row ${y}`).toBe(4);
    expect(width(TIP - 1)).toBe(0);
  });

  it('stays closed in cloth of nearly the colour of the backdrop', () => {
    expect(opened(6, 4)(BRIDGED - 1)).toBe(0);
  });

  it('is narrow: wider gaps end where the outline has them end', () => {
    expect(opened(60, 20)(BRIDGED - 1)).toBe(0);
  });
});
