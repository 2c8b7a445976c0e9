import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import { sideEdge } from './garment-edge.ts';

const SIZE = 40;

/** Cloth from column 25 on, of which the back's inside shows up to column 30. */
function garment(): UpperBodyGarment {
  const alpha = createPlane(SIZE, SIZE);
  const innerCollar = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    alpha.data.fill(1, y * SIZE + 25, (y + 1) * SIZE);
    innerCollar.data.fill(1, y * SIZE + 25, y * SIZE + 30);
  }
  return { alpha, innerCollar } as unknown as UpperBodyGarment;
}

describe('the side of a front in a row', () => {
  it('is where the front begins, beyond the inside of the back', () => {
    expect(sideEdge(garment(), 10, 15, 38)).toBe(30);
  });

  it('is nowhere where no front lies on the way, or the way begins in it', () => {
    expect(sideEdge(garment(), 10, 15, 28)).toBeNull();
    expect(sideEdge(garment(), 10, 33, 38)).toBeNull();
    expect(sideEdge(garment(), SIZE, 15, 38)).toBeNull();
  });

  it('is nowhere, and is not looked for without end, where there is no way', () => {
    expect(sideEdge(garment(), 10, 15, 15)).toBeNull();
    expect(sideEdge(garment(), 10, 15, Number.NaN)).toBeNull();
  });
});
