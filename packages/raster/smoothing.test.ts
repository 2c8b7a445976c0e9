import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxBlur } from './box-blur.ts';
import { createPlane } from './create-plane.ts';
import { gradientMagnitude } from './gradient-magnitude.ts';
import { guidedFilter } from './guided-filter.ts';
import type { Plane } from './types.ts';

const planes = fc
  .record({ width: fc.integer({ min: 1, max: 10 }), height: fc.integer({ min: 1, max: 10 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.integer({ min: -50, max: 200 }), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((values): Plane => ({ width, height, data: Float32Array.from(values) })),
  );

function windowMean({ width, height, data }: Plane, x: number, y: number, radius: number): number {
  let sum = 0;
  let count = 0;
  for (let v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++) {
    for (let u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++) {
      sum += data[v * width + u]!;
      count++;
    }
  }
  return sum / count;
}

describe('boxBlur', () => {
  it('is the mean of the window, clipped at the edges, for any radius', () => {
    fc.assert(
      fc.property(planes, fc.nat(13), (plane, radius) => {
        const { data } = boxBlur(plane, radius);
        for (let i = 0; i < data.length; i++) {
          const y = Math.floor(i / plane.width);
          expect(data[i]).toBeCloseTo(windowMean(plane, i % plane.width, y, radius), 3);
        }
      }),
    );
  });

  it('refuses a radius that is not a whole number', () => {
    expect(() => boxBlur(createPlane(1, 1), 0.5)).toThrow(RangeError);
    expect(() => boxBlur(createPlane(1, 1), -1)).toThrow(RangeError);
  });
});

describe('gradientMagnitude', () => {
  it('is the slope of a ramp, in any direction', () => {
    for (const [across, down] of [
      [3, 0],
      [0, -2],
      [3, 4],
    ] as const) {
      const ramp = createPlane(7, 7);
      for (let i = 0; i < 49; i++) ramp.data[i] = across * (i % 7) + down * Math.floor(i / 7);
      expect(gradientMagnitude(ramp).data[24]).toBeCloseTo(Math.hypot(across, down), 5);
    }
  });

  it('is zero on a constant, edges included, and answers for a single pixel', () => {
    expect(gradientMagnitude(createPlane(4, 3, 8)).data).toEqual(new Float32Array(12));
    expect(gradientMagnitude(createPlane(1, 1, 8)).data).toEqual(new Float32Array(1));
  });
});

describe('guidedFilter', () => {
  it('keeps the guide itself when epsilon is small', () => {
    const guide = createPlane(16, 16);
    for (let i = 0; i < 256; i++) guide.data[i] = i % 16 < 8 ? 0 : 1;
    const filtered = guidedFilter(guide, guide, 3, 1e-6).data;
    for (let i = 0; i < 256; i++) expect(filtered[i]).toBeCloseTo(guide.data[i]!, 3);
  });

  it('smooths noise on both sides of an edge of the guide, but not across it', () => {
    const guide = createPlane(24, 24);
    const noisy = createPlane(24, 24);
    for (let i = 0; i < 576; i++) {
      guide.data[i] = i % 24 < 12 ? 0 : 1;
      noisy.data[i] = guide.data[i]! + (((i * 7919) % 13) - 6) / 30;
    }
    const filtered = guidedFilter(guide, noisy, 4, 0.001).data;
    for (let i = 0; i < 576; i++) {
      expect(Math.abs(filtered[i]! - guide.data[i]!)).toBeLessThan(0.08);
    }
  });

  it('is twice the box mean where the guide is flat', () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const flat = createPlane(plane.width, plane.height, 0.5);
        const twice = boxBlur(boxBlur(plane, 2), 2).data;
        const { data } = guidedFilter(flat, plane, 2, 0.01);
        for (let i = 0; i < data.length; i++) expect(data[i]).toBeCloseTo(twice[i]!, 2);
      }),
    );
  });

  it('refuses a guide of another size', () => {
    expect(() => guidedFilter(createPlane(2, 1), createPlane(1, 2), 1, 1)).toThrow(RangeError);
  });
});
