import type { RgbImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { changedRegion, measureAgainstTruth } from './measure-against-truth.ts';

/** Grey, with a coloured square of 40 pixels in the middle. */
function scene(square: readonly [number, number, number]): RgbImage {
  const size = 128;
  const data = new Uint8Array(size * size * 3).fill(128);
  for (let y = 44; y < 84; y++) {
    for (let x = 44; x < 84; x++) data.set(square, (y * size + x) * 3);
  }
  return { width: size, height: size, data };
}

const person = scene([200, 30, 30]);
const truth = scene([30, 30, 200]);

describe('measureAgainstTruth', () => {
  it('takes the square that changes for the region, and a rim of its blur', () => {
    const region = changedRegion(person, truth);
    expect(region.data[64 * 128 + 64]).toBe(255);
    expect(region.data[64 * 128 + 4]).toBe(0);
  });

  it('finds no fault with the truth itself', () => {
    const measures = measureAgainstTruth({ person, result: truth, truth });
    expect(measures.deltaE).toBeCloseTo(0, 5);
    expect(measures.ssim).toBeCloseTo(1, 5);
    expect(measures.gmsd).toBeCloseTo(0, 5);
    expect(measures.outside).toBe(0);
  });

  it('tells a wrong colour inside from a touched outside', () => {
    const untouched = measureAgainstTruth({ person, result: person, truth });
    expect(untouched.deltaE).toBeGreaterThan(20);
    expect(untouched.outside).toBe(0);
    const spoilt = { ...truth, data: truth.data.slice() };
    spoilt.data.fill(255, 0, 128 * 10 * 3);
    const measures = measureAgainstTruth({ person, result: spoilt, truth });
    expect(measures.deltaE).toBeLessThan(1);
    expect(measures.outside).toBeGreaterThan(5);
  });
});
