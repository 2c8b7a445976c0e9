import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import type { NearbyPerson } from '../crop-person.ts';
import { moveSharesToTop } from './move-shares-to-top.ts';

const SIZE = 30;

/** Skin all over, labelled as an arm left of a column and as the top right of it. */
function armUntil(column: number): NearbyPerson {
  const plane = (value: number) => ({
    width: SIZE,
    height: SIZE,
    data: new Float32Array(SIZE * SIZE).fill(value),
  });
  const parts = new Uint8Array(SIZE * SIZE).map(
    (_, pixel) => PART[pixel % SIZE < column ? 'left-forearm' : 'upper-clothes'],
  );
  return {
    parts: { width: SIZE, height: SIZE, data: parts },
    regions: { skin: plane(0.9), upper: plane(0.1), hair: plane(0) },
  } as unknown as NearbyPerson;
}

describe('what is given to the old top by its label', () => {
  it('is no skin any more, and all else is left alone', () => {
    const seen = armUntil(20);
    const { regions } = moveSharesToTop(armUntil(10), seen);
    const row = 15 * SIZE;
    expect(regions.skin.data[row + 15]).toBeCloseTo(0);
    expect(regions.upper.data[row + 15]).toBeCloseTo(1);
    expect(regions.skin.data[row + 5]).toBeCloseTo(0.9);
    expect(regions.skin.data[row + 25]).toBeCloseTo(0.9);
    expect(seen.regions.skin.data[row + 15]).toBeCloseTo(0.9);
  });
});
