import { createMask } from '@proteus/raster/create-mask.ts';
import { expect, it } from 'vitest';
import { BEHIND } from './behind-cloth.ts';
import { softKind } from './soft-kind.ts';

const SIZE = 64;
/** Columns a row. */
const SLANT = 0.2;

function slanting(): Float32Array {
  const kinds = createMask(SIZE, SIZE, BEHIND.background);
  for (let y = 0; y < SIZE; y++) {
    kinds.data.fill(BEHIND.trunk, y * SIZE, y * SIZE + Math.round(24 + SLANT * y));
  }
  return softKind(kinds, [BEHIND.trunk]);
}

it('runs evenly along a slanting edge of whole pixels, and as steep as one of a photo', () => {
  const share = slanting();
  for (let y = 12; y < SIZE - 12; y++) {
    const row = share.subarray(y * SIZE, (y + 1) * SIZE);
    const last = row.findLastIndex((value) => value >= 0.5);
    const crossing = last + (row[last]! - 0.5) / (row[last]! - row[last + 1]!);
    expect(Math.abs(crossing - (23.5 + SLANT * y))).toBeLessThan(0.1);
    expect(row.filter((value) => value > 0.05 && value < 0.95).length).toBeLessThan(5);
  }
});

it('leaves nothing between kinds that belongs to none', () => {
  const kinds = createMask(SIZE, SIZE, BEHIND.background);
  for (let y = 20; y < 40; y++) kinds.data.fill(BEHIND.trunk, y * SIZE + 30, y * SIZE + 32);
  const trunk = softKind(kinds, [BEHIND.trunk]);
  const beside = softKind(kinds, [BEHIND.background]);
  for (let pixel = 0; pixel < trunk.length; pixel++) {
    expect(trunk[pixel]! + beside[pixel]!).toBeCloseTo(1, 4);
  }
});
