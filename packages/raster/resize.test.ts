import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlane } from './create-plane.ts';
import { resizeMask } from './resize-mask.ts';
import { resizePlane } from './resize-plane.ts';
import { resizeRgb } from './resize-rgb.ts';
import type { Plane } from './types.ts';

const planes = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.integer({ min: 0, max: 255 }), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((values): Plane => ({ width, height, data: Float32Array.from(values) })),
  );

/** Mean over a rectangle of the plane taken as a step function; the definition of area averaging. */
function boxMean(plane: Plane, left: number, top: number, right: number, bottom: number): number {
  let sum = 0;
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      const across = Math.max(0, Math.min(right, x + 1) - Math.max(left, x));
      const down = Math.max(0, Math.min(bottom, y + 1) - Math.max(top, y));
      sum += across * down * plane.data[y * plane.width + x]!;
    }
  }
  return sum / ((right - left) * (bottom - top));
}

const mean = (plane: Plane) =>
  plane.data.reduce((sum, value) => sum + value, 0) / plane.data.length;

describe('resizePlane', () => {
  it('averages exactly the covered area when it shrinks by any factor', () => {
    fc.assert(
      fc.property(planes, fc.nat(11), fc.nat(11), (plane, w, h) => {
        const width = 1 + (w % plane.width);
        const height = 1 + (h % plane.height);
        const small = resizePlane(plane, width, height);
        const sx = plane.width / width;
        const sy = plane.height / height;
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            const expected = boxMean(plane, x * sx, y * sy, (x + 1) * sx, (y + 1) * sy);
            expect(small.data[y * width + x]).toBeCloseTo(expected, 3);
          }
        }
      }),
    );
  });

  it('keeps the mean when it shrinks', () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const small = resizePlane(plane, Math.ceil(plane.width / 3), Math.ceil(plane.height / 2));
        expect(mean(small)).toBeCloseTo(mean(plane), 3);
      }),
    );
  });

  it('keeps a constant when it grows, down to one pixel', () => {
    for (const width of [1, 2, 3, 5]) {
      const grown = resizePlane(createPlane(width, 1, 7), 13, 4);
      for (const value of grown.data) expect(value).toBeCloseTo(7, 4);
    }
  });

  it('continues a ramp exactly away from the edges when it grows', () => {
    const ramp = { width: 8, height: 1, data: Float32Array.from({ length: 8 }, (_, x) => x) };
    const grown = resizePlane(ramp, 24, 1);
    for (let x = 6; x < 18; x++) expect(grown.data[x]).toBeCloseTo((x + 0.5) / 3 - 0.5, 5);
  });

  it('copies at the same size', () => {
    const plane = { width: 2, height: 1, data: Float32Array.of(1, 2) };
    const copy = resizePlane(plane, 2, 1);
    expect(copy).toEqual(plane);
    expect(copy.data).not.toBe(plane.data);
  });
});

describe('resizeRgb', () => {
  it('averages each channel on its own and rounds', () => {
    const image = { width: 2, height: 1, data: Uint8Array.of(0, 10, 255, 101, 20, 253) };
    expect(resizeRgb(image, 1, 1).data).toEqual(Uint8Array.of(50, 15, 254));
  });

  it('agrees with resizePlane when it grows, clamped to bytes', () => {
    const values = [0, 255, 0, 40, 255, 255, 90, 1, 200];
    const plane = { width: 3, height: 3, data: Float32Array.from(values) };
    const image = { width: 3, height: 3, data: Uint8Array.from(values.flatMap((v) => [v, v, v])) };
    const grown = resizeRgb(image, 7, 5);
    const expected = Uint8ClampedArray.from(resizePlane(plane, 7, 5).data);
    for (let i = 0; i < expected.length; i++) {
      expect(Array.from(grown.data.subarray(i * 3, i * 3 + 3))).toEqual(Array(3).fill(expected[i]));
    }
  });

  it('refuses a size without pixels', () => {
    const image = { width: 1, height: 1, data: new Uint8Array(3) };
    expect(() => resizeRgb(image, 0, 4)).toThrow(RangeError);
  });
});

describe('resizeMask', () => {
  it('takes the nearest pixel and invents no label', () => {
    const mask = { width: 2, height: 2, data: Uint8Array.of(1, 2, 3, 4) };
    expect(resizeMask(mask, 4, 2).data).toEqual(Uint8Array.of(1, 1, 2, 2, 3, 3, 4, 4));
    expect(resizeMask({ width: 3, height: 1, data: Uint8Array.of(5, 6, 7) }, 1, 1).data).toEqual(
      Uint8Array.of(6),
    );
  });
});
