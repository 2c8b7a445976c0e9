import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import { measureOldContrast } from './old-cloth-contrast.ts';

const SIZE = 32;

/** A top down to row 16, trousers below, on the picture's left half. */
function clothed(brightnessAt: (x: number, y: number) => number) {
  const parts = createMask(SIZE, SIZE);
  const brightness = createPlane(SIZE, SIZE);
  for (let pixel = 0; pixel < parts.data.length; pixel++) {
    const x = pixel % SIZE;
    const y = (pixel - x) / SIZE;
    brightness.data[pixel] = brightnessAt(x, y);
    if (x < SIZE / 2) parts.data[pixel] = PART[y < SIZE / 2 ? 'upper-clothes' : 'lower-clothes'];
  }
  return [{ parts }, brightness] as const;
}

describe('the contrast of old clothes', () => {
  it('is nothing where they are plain, whatever is around them', () => {
    const scene = clothed((x, y) => (x >= SIZE / 2 ? x * 8 : y < SIZE / 2 ? 90 : 20));
    expect(measureOldContrast(...scene, 'upper')).toBe(0);
    expect(measureOldContrast(...scene, 'lower')).toBe(0);
  });

  it('is half the difference of equal stripes', () => {
    const scene = clothed((_, y) => (y % 4 < 2 ? 40 : 200));
    expect(measureOldContrast(...scene, 'upper')).toBeCloseTo(80);
  });

  it('is nothing where no such clothes are worn', () => {
    const [, brightness] = clothed((x) => x);
    expect(measureOldContrast({ parts: createMask(SIZE, SIZE) }, brightness, 'upper')).toBe(0);
  });
});
