import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AffineMatrix, warpAffinePlane, warpAffineRgb } from './warp-affine.ts';

const plane = { width: 3, height: 2, data: Float32Array.of(0, 10, 20, 30, 40, 50) };

describe('warpAffinePlane', () => {
  it('copies through the identity', () => {
    expect(warpAffinePlane(plane, [1, 0, 0, 0, 1, 0], 3, 2)).toEqual(plane);
  });

  it('moves by whole pixels and fills what comes from outside', () => {
    expect(warpAffinePlane(plane, [1, 0, 1, 0, 1, 0], 3, 1, -1).data).toEqual(
      Float32Array.of(10, 20, -1),
    );
  });

  it('interpolates between pixels and blends with the border', () => {
    expect(warpAffinePlane(plane, [0.5, 0, 0.25, 0, 1, 0.5], 2, 1).data).toEqual(
      Float32Array.of(17.5, 22.5),
    );
    expect(warpAffinePlane(plane, [1, 0, 2.5, 0, 1, 0], 1, 1, 100).data).toEqual(
      Float32Array.of(60),
    );
  });

  it('reproduces a linear picture under any map, inside', () => {
    const ramp = {
      width: 20,
      height: 20,
      data: Float32Array.from({ length: 400 }, (_, i) => 3 * (i % 20) - 2 * Math.floor(i / 20)),
    };
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, (a, b, d, e) => {
        const matrix: AffineMatrix = [a, b, 9.5, d, e, 9.5];
        const warped = warpAffinePlane(ramp, matrix, 4, 4);
        for (let y = 0; y < 4; y++) {
          for (let x = 0; x < 4; x++) {
            const expected = 3 * (a * x + b * y + 9.5) - 2 * (d * x + e * y + 9.5);
            expect(warped.data[y * 4 + x]).toBeCloseTo(expected, 3);
          }
        }
      }),
    );
  });
});

describe('warpAffineRgb', () => {
  it('treats each channel as a plane, rounded', () => {
    const values = Array.from({ length: 4 * 3 * 3 }, (_, i) => (i * 83) % 256);
    const image = { width: 4, height: 3, data: Uint8Array.from(values) };
    const matrix: AffineMatrix = [0.7, -0.3, 0.4, 0.2, 0.9, -0.8];
    const fill = [9, 120, 250] as const;
    const warped = warpAffineRgb(image, matrix, 5, 5, fill);
    for (let k = 0; k < 3; k++) {
      const channel = {
        width: 4,
        height: 3,
        data: Float32Array.from(values.filter((_, i) => i % 3 === k)),
      };
      const expected = warpAffinePlane(channel, matrix, 5, 5, fill[k]);
      for (let i = 0; i < 25; i++) {
        expect(Math.abs(warped.data[i * 3 + k]! - expected.data[i]!)).toBeLessThanOrEqual(0.501);
      }
    }
  });
});
