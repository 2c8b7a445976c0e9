import { describe, expect, it } from 'vitest';
import { gmsd } from './gmsd.ts';
import { luma } from './luma.ts';
import { ssim } from './ssim.ts';
import type { RgbImage } from './types.ts';

function greyImage(
  width: number,
  height: number,
  value: (x: number, y: number) => number,
): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    data.fill(value(i % width, Math.floor(i / width)), i * 3, i * 3 + 3);
  }
  return { width, height, data };
}

const texture = (x: number, y: number) => 40 + ((x * 37 + y * 59 + x * y * 3) % 150);

/** The definition at one pixel, with a two-dimensional window. */
function plainSsim(a: RgbImage, b: RgbImage, x: number, y: number): number {
  const sums = { weight: 0, a: 0, b: 0, aa: 0, bb: 0, ab: 0 };
  for (let dy = -5; dy <= 5; dy++) {
    for (let dx = -5; dx <= 5; dx++) {
      const weight = Math.exp(-(dx * dx + dy * dy) / (2 * 1.5 * 1.5));
      const p = a.data[((y + dy) * a.width + x + dx) * 3]!;
      const q = b.data[((y + dy) * b.width + x + dx) * 3]!;
      sums.weight += weight;
      sums.a += weight * p;
      sums.b += weight * q;
      sums.aa += weight * p * p;
      sums.bb += weight * q * q;
      sums.ab += weight * p * q;
    }
  }
  const [meanA, meanB] = [sums.a / sums.weight, sums.b / sums.weight];
  const varianceA = sums.aa / sums.weight - meanA ** 2;
  const varianceB = sums.bb / sums.weight - meanB ** 2;
  const covariance = sums.ab / sums.weight - meanA * meanB;
  const [c1, c2] = [2.55 ** 2, 7.65 ** 2];
  return (
    ((2 * meanA * meanB + c1) * (2 * covariance + c2)) /
    ((meanA ** 2 + meanB ** 2 + c1) * (varianceA + varianceB + c2))
  );
}

describe('luma', () => {
  it('weighs the channels by BT.601', () => {
    const { data } = luma({
      width: 4,
      height: 1,
      data: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255),
    });
    [76.245, 149.685, 29.07, 255].forEach((value, i) => {
      expect(data[i]).toBeCloseTo(value, 3);
    });
  });
});

describe('ssim', () => {
  const a = greyImage(23, 19, texture);
  const b = greyImage(23, 19, (x, y) => 0.6 * texture(x, y) + ((x * 7 + y * 11) % 40));

  it('is 1 for equal pictures, of any size', () => {
    expect(ssim(a, a).mean).toBeCloseTo(1, 5);
    expect(ssim(greyImage(1, 3, texture), greyImage(1, 3, texture)).mean).toBeCloseTo(1, 5);
  });

  it('follows the definition in every whole window', () => {
    const { map, mean } = ssim(a, b);
    let sum = 0;
    for (let y = 5; y < 14; y++) {
      for (let x = 5; x < 18; x++) {
        const expected = plainSsim(a, b, x, y);
        expect(map.data[y * 23 + x]).toBeCloseTo(expected, 4);
        sum += expected;
      }
    }
    expect(mean).toBeCloseTo(sum / (9 * 13), 4);
  });

  it('is symmetric, and negative for a negative', () => {
    expect(ssim(a, b).mean).toBeCloseTo(ssim(b, a).mean, 6);
    const negative = greyImage(23, 19, (x, y) => 230 - texture(x, y));
    expect(ssim(a, negative).mean).toBeLessThan(-0.5);
  });

  it('compares flat pictures by lightness alone', () => {
    const dark = greyImage(12, 12, () => 50);
    const light = greyImage(12, 12, () => 100);
    expect(ssim(dark, light).mean).toBeCloseTo((10000 + 6.5025) / (12500 + 6.5025), 3);
  });
});

describe('gmsd', () => {
  const a = greyImage(32, 24, (x, y) => (x > 15 ? 200 : 60) + (y > 11 ? 30 : 0));

  it('is 0 for equal pictures and for a change of brightness', () => {
    expect(gmsd(a, a).deviation).toBeCloseTo(0, 6);
    const brighter = greyImage(32, 24, (x, y) => a.data[(y * 32 + x) * 3]! + 20);
    expect(gmsd(a, brighter).deviation).toBeCloseTo(0, 6);
  });

  it('measures what a lost edge does, by hand', () => {
    // At half size a step of 100 between columns 3 and 4 gives both a gradient of 100.
    const step = greyImage(16, 2, (x) => (x < 8 ? 50 : 150));
    const flat = greyImage(16, 2, () => 90);
    const { map, deviation } = gmsd(step, flat);
    const low = 170 / (100 * 100 + 170);
    expect(map.width).toBe(8);
    for (let x = 0; x < 8; x++) expect(map.data[x]).toBeCloseTo(x === 3 || x === 4 ? low : 1, 5);
    expect(deviation).toBeCloseTo((1 - low) * Math.sqrt(1.5 / 7), 5);
  });

  it('grows with blur', () => {
    const soft = (reach: number) =>
      greyImage(32, 24, (x, y) => {
        let sum = 0;
        for (let d = -reach; d <= reach; d++) sum += x + d > 15 ? 200 : 60;
        return sum / (2 * reach + 1) + (y > 11 ? 30 : 0);
      });
    expect(gmsd(a, soft(6)).deviation).toBeGreaterThan(gmsd(a, soft(3)).deviation);
    expect(gmsd(a, soft(3)).deviation).toBeGreaterThan(0.01);
  });
});
