import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import { measureDrawnSkin } from './drawn-skin.ts';

const SIZE = 20;
const removed = createPlane(SIZE, SIZE, 1);
const skin = new Float32Array(SIZE * SIZE).fill(1);
const unseen = createPlane(SIZE, SIZE, 0);

describe('skin that was made up', () => {
  it('is counted in square shoulder widths', () => {
    expect(measureDrawnSkin({ skin, removed }, unseen, SIZE)).toBeCloseTo(1);
    expect(measureDrawnSkin({ skin, removed }, unseen, 2 * SIZE)).toBeCloseTo(0.25);
  });

  it('counts only where the garment does not hide it', () => {
    const half = createPlane(SIZE, SIZE, 0);
    half.data.fill(1, 0, (SIZE * SIZE) / 2);
    expect(measureDrawnSkin({ skin, removed }, half, SIZE)).toBeCloseTo(0.5);
  });

  it('is nothing where no cloth was taken away', () => {
    expect(measureDrawnSkin({ skin, removed: unseen }, unseen, SIZE)).toBe(0);
  });
});
