import { createPlane } from '@proteus/raster/create-plane.ts';
import type { Plane, RgbImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { measureRoughness } from './outline-roughness.ts';
import { measureSharpness } from './sharpness.ts';

const SIZE = 96;

/** 1 where the rule holds. */
function planeOf(rule: (x: number, y: number) => boolean): Plane {
  const plane = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) plane.data[y * SIZE + x] = rule(x, y) ? 1 : 0;
  }
  return plane;
}

/** Stripes of four pixels between two greys. */
function stripes(dark: number, bright: number): { image: RgbImage; luma: Plane } {
  const luma = planeOf((x) => x % 8 < 4);
  const data = new Uint8Array(SIZE * SIZE * 3);
  for (let i = 0; i < luma.data.length; i++) {
    luma.data[i] = luma.data[i] ? bright : dark;
    data.fill(luma.data[i]!, i * 3, i * 3 + 3);
  }
  return { image: { width: SIZE, height: SIZE, data }, luma };
}

const square = planeOf((x, y) => x >= 20 && x < 76 && y >= 20 && y < 76);

describe('sharpness', () => {
  const flat = { luma: stripes(60, 200).luma, alpha: square };

  it('is 1 where the print came through whole', () => {
    expect(measureSharpness(flat, stripes(60, 200).image, square)).toBeCloseTo(1, 2);
  });

  it('falls as the print fades, and does not mind plain cloth', () => {
    expect(measureSharpness(flat, stripes(110, 150).image, square)).toBeLessThan(0.4);
    const plain = { luma: stripes(100, 100).luma, alpha: square };
    expect(measureSharpness(plain, stripes(100, 100).image, square)).toBe(1);
  });
});

describe('roughness', () => {
  const comb = planeOf(
    (x, y) => x >= 20 && x < 76 && y >= 20 && y < (Math.floor(x / 3) % 2 === 0 ? 84 : 70),
  );

  it('is nothing where the outline is as smooth as the garment’s own', () => {
    const flat = { luma: createPlane(SIZE, SIZE), alpha: square };
    expect(measureRoughness(flat, square, 200)).toBe(0);
    expect(measureRoughness({ ...flat, alpha: comb }, comb, 200)).toBe(0);
  });

  it('finds the teeth of a comb where the garment had none', () => {
    const flat = { luma: createPlane(SIZE, SIZE), alpha: square };
    expect(measureRoughness(flat, comb, 200)).toBeGreaterThan(0.15);
  });
});
