import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveLinear } from './solve-linear.ts';
import {
  evaluateThinPlateSpline,
  fitThinPlateSpline,
  thinPlateSplineMap,
} from './thin-plate-spline.ts';

const corners = [
  { x: 10, y: 20 },
  { x: 410, y: 25 },
  { x: 400, y: 500 },
  { x: 15, y: 480 },
  { x: 200, y: 260 },
];

describe('solveLinear', () => {
  it('solves a system whose pivots must be exchanged', () => {
    const solution = Float64Array.of(5, 8);
    solveLinear(Float64Array.of(0, 1, 2, 3), solution, 2, 1);
    expect(Array.from(solution)).toEqual([-3.5, 5]);
  });

  it('gives back what a random matrix was multiplied with', () => {
    const numbers = (length: number) =>
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(numbers(16), numbers(8), (entries, wanted) => {
        // A heavy diagonal keeps the matrix regular.
        const matrix = Float64Array.from(entries, (v, i) => (i % 5 === 0 ? v + 50 : v));
        const sides = Float64Array.from({ length: 8 }, (_, i) => {
          let sum = 0;
          for (let k = 0; k < 4; k++) {
            sum += matrix[Math.floor(i / 2) * 4 + k]! * wanted[k * 2 + (i % 2)]!;
          }
          return sum;
        });
        solveLinear(matrix, sides, 4, 2);
        for (let i = 0; i < 8; i++) expect(sides[i]).toBeCloseTo(wanted[i]!, 9);
      }),
    );
  });

  it('refuses a singular matrix', () => {
    const sides = Float64Array.of(1, 2);
    expect(() => solveLinear(Float64Array.of(1, 2, 2, 4), sides, 2, 1)).toThrow(RangeError);
  });
});

describe('thin-plate splines', () => {
  it('carry every point to its partner', () => {
    const shift = fc.double({ min: -40, max: 40, noNaN: true });
    const shifts = fc.array(fc.record({ x: shift, y: shift }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(shifts, (moves) => {
        const to = corners.map(({ x, y }, i) => ({ x: x + moves[i]!.x, y: y + moves[i]!.y }));
        const spline = fitThinPlateSpline(corners, to);
        corners.forEach((point, i) => {
          const moved = evaluateThinPlateSpline(spline, point);
          expect(moved.x).toBeCloseTo(to[i]!.x, 6);
          expect(moved.y).toBeCloseTo(to[i]!.y, 6);
        });
      }),
    );
  });

  it('are affine where the pairs are, far outside too', () => {
    const affine = ({ x, y }: { x: number; y: number }) => ({
      x: 0.8 * x - 0.3 * y + 12,
      y: 0.2 * x + 1.1 * y - 40,
    });
    const spline = fitThinPlateSpline(corners, corners.map(affine));
    for (const point of [
      { x: 123, y: 321 },
      { x: -900, y: 2000 },
    ]) {
      const moved = evaluateThinPlateSpline(spline, point);
      expect(moved.x).toBeCloseTo(affine(point).x, 6);
      expect(moved.y).toBeCloseTo(affine(point).y, 6);
    }
  });

  it('give up points for smoothness when stiff', () => {
    const to = corners.map(({ x, y }, i) => ({ x: i === 4 ? x + 50 : x, y }));
    const moved = (stiffness: number) =>
      evaluateThinPlateSpline(fitThinPlateSpline(corners, to, stiffness), corners[4]!).x - 200;
    expect(moved(0)).toBeCloseTo(50, 6);
    expect(moved(1)).toBeLessThan(45);
    expect(moved(1e6)).toBeLessThan(moved(1));
  });

  it('draw the map that evaluation gives', () => {
    const spline = fitThinPlateSpline(
      corners,
      corners.map(({ x, y }) => ({ x: x + y * y * 0.001, y: y - x * 0.2 })),
    );
    const map = thinPlateSplineMap(spline, { width: 5, height: 4 });
    for (let i = 0; i < 20; i++) {
      const moved = evaluateThinPlateSpline(spline, { x: i % 5, y: Math.floor(i / 5) });
      expect(map.x[i]).toBeCloseTo(moved.x, 3);
      expect(map.y[i]).toBeCloseTo(moved.y, 3);
    }
  });

  it('refuse points on a line, too few, or unpaired', () => {
    const line = [0, 1, 2, 3].map((x) => ({ x, y: 2 * x }));
    expect(() => fitThinPlateSpline(line, line)).toThrow(RangeError);
    expect(() => fitThinPlateSpline(corners.slice(0, 2), corners.slice(0, 2))).toThrow(RangeError);
    expect(() => fitThinPlateSpline(corners, corners.slice(1))).toThrow(RangeError);
  });
});
