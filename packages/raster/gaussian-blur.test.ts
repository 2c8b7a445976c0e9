import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlane } from './create-plane.ts';
import { gaussianBlur } from './gaussian-blur.ts';
import type { Plane } from './types.ts';

/** Convolution with the true kernel, edges replicated: the definition. */
function plainBlur(plane: Plane, sigma: number): Float64Array {
  const { width, height } = plane;
  const radius = Math.ceil(6 * sigma);
  const kernel = Array.from({ length: 2 * radius + 1 }, (_, k) =>
    Math.exp((-0.5 * (k - radius) ** 2) / sigma ** 2),
  );
  const total = kernel.reduce((sum, value) => sum + value, 0);
  const clamp = (value: number, size: number) => Math.min(Math.max(value, 0), size - 1);
  const across = new Float64Array(width * height);
  const result = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let k = -radius; k <= radius; k++) {
        across[y * width + x]! +=
          (kernel[k + radius]! / total) * plane.data[y * width + clamp(x + k, width)]!;
      }
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let k = -radius; k <= radius; k++) {
        result[y * width + x]! +=
          (kernel[k + radius]! / total) * across[clamp(y + k, height) * width + x]!;
      }
    }
  }
  return result;
}

const planes = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((values): Plane => ({ width, height, data: Float32Array.from(values) })),
  );
const sigmas = fc.double({ min: 0.5, max: 12, noNaN: true });

function worstDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let worst = 0;
  for (let i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs(a[i]! - b[i]!));
  return worst;
}

describe('gaussianBlur', () => {
  it.each([0.5, 0.8, 1.4, 1.5, 2, 3, 5.5, 10])(
    'is close to the true convolution for sigma %d, edges included',
    (sigma) => {
      const plane = createPlane(33, 21);
      for (let i = 0; i < plane.data.length; i++) plane.data[i] = ((i * 7919) % 101) / 100;
      for (let y = 0; y < 21; y++) plane.data.fill(y < 8 ? 1 : 0, y * 33, y * 33 + 9);
      const tolerance = sigma < 1.5 ? 3e-4 : 0.01;
      expect(
        worstDifference(gaussianBlur(plane, sigma).data, plainBlur(plane, sigma)),
      ).toBeLessThan(tolerance);
    },
  );

  it('makes the very same within the plane itself', () => {
    fc.assert(
      fc.property(planes, fc.double({ min: 0, max: 4, noNaN: true }), (plane, sigma) => {
        const apart = gaussianBlur(plane, sigma);
        expect(gaussianBlur(plane, sigma, plane)).toEqual(apart);
      }),
    );
  });

  it('has a response within 1.1 % of the peak of the true kernel, 0.5 % from sigma 2 on', () => {
    for (const sigma of [1.5, 2, 4, 8]) {
      const line = createPlane(161, 1);
      line.data[80] = 1;
      const response = gaussianBlur(line, sigma).data;
      const peak = 1 / (sigma * Math.sqrt(2 * Math.PI));
      const truth = Float64Array.from(
        { length: 161 },
        (_, x) => peak * Math.exp((-0.5 * (x - 80) ** 2) / sigma ** 2),
      );
      expect(worstDifference(response, truth) / peak).toBeLessThan(sigma < 2 ? 0.011 : 0.005);
    }
  });

  it('has exactly the variance sigma² and the sum 1', () => {
    for (const sigma of [1.6, 3, 7.3]) {
      const line = createPlane(201, 1);
      line.data[100] = 1;
      const response = gaussianBlur(line, sigma).data;
      let sum = 0;
      let variance = 0;
      for (let x = 0; x < 201; x++) {
        sum += response[x]!;
        variance += response[x]! * (x - 100) ** 2;
      }
      expect(sum).toBeCloseTo(1, 5);
      expect(Math.sqrt(variance)).toBeCloseTo(sigma, 3);
    }
  });

  it('commutes with mirroring in both directions', () => {
    fc.assert(
      fc.property(planes, sigmas, (plane, sigma) => {
        const turned = { ...plane, data: plane.data.toReversed() };
        expect(
          worstDifference(
            gaussianBlur(turned, sigma).data.toReversed(),
            gaussianBlur(plane, sigma).data,
          ),
        ).toBeLessThan(1e-5);
      }),
      { numRuns: 40 },
    );
  });

  it('treats columns as it treats rows', () => {
    fc.assert(
      fc.property(planes, sigmas, (plane, sigma) => {
        const transpose = ({ width, height, data }: Plane): Plane => ({
          width: height,
          height: width,
          data: Float32Array.from(data, (_, i) => data[(i % height) * width + ((i / height) | 0)]!),
        });
        expect(
          worstDifference(
            transpose(gaussianBlur(transpose(plane), sigma)).data,
            gaussianBlur(plane, sigma).data,
          ),
        ).toBeLessThan(1e-5);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps a constant, whatever the size and sigma', () => {
    for (const sigma of [0.01, 0.5, 1.5, 30, 200]) {
      for (const value of gaussianBlur(createPlane(35, 3, 0.7), sigma).data) {
        expect(value).toBeCloseTo(0.7, 5);
      }
    }
  });

  it('keeps the mean of something far from the edges, even for a large sigma', () => {
    const plane = createPlane(400, 300);
    for (let y = 120; y < 180; y++) plane.data.fill(1, y * 400 + 150, y * 400 + 250);
    const sum = gaussianBlur(plane, 20).data.reduce((total, value) => total + value, 0);
    expect(sum / 6000).toBeCloseTo(1, 3);
  });

  it('makes the same of a few pixels in an empty picture as of them on a bright ground', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(29), { minLength: 2, maxLength: 8 }),
        fc.constantFrom(0.6, 1, 1.4),
        (places, sigma) => {
          const [empty, bright] = [createPlane(30, 30), createPlane(30, 30, 1)];
          for (let i = 1; i < places.length; i++) {
            const pixel = places[i]! * 30 + places[i - 1]!;
            empty.data[pixel] = i;
            bright.data[pixel] = i + 1;
          }
          const onBright = gaussianBlur(bright, sigma).data;
          const alone = gaussianBlur(empty, sigma).data;
          for (const [i, value] of alone.entries()) expect(value + 1).toBeCloseTo(onBright[i]!, 5);
        },
      ),
    );
  });

  it('copies for a sigma of zero and refuses a negative one', () => {
    const plane = { width: 2, height: 1, data: Float32Array.of(1, 2) };
    expect(gaussianBlur(plane, 0)).toEqual(plane);
    expect(() => gaussianBlur(plane, -1)).toThrow(RangeError);
    expect(() => gaussianBlur(plane, Number.NaN)).toThrow(RangeError);
  });
});
