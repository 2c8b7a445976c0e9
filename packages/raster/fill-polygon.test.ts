import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask } from './create-mask.ts';
import { distanceToSegment } from './distance-to-segment.ts';
import { fillPolygon } from './fill-polygon.ts';
import type { Point } from './types.ts';

/** Counts crossings of a ray to the right of the pixel: the even-odd rule as it is defined. */
function inside(points: readonly Point[], x: number, y: number): boolean {
  let odd = false;
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length]!;
    if (a.y <= y !== b.y <= y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) odd = !odd;
  });
  return odd;
}

const coordinate = fc.double({ min: -4, max: 20, noNaN: true });
const polygons = fc.array(fc.record({ x: coordinate, y: coordinate }), {
  minLength: 3,
  maxLength: 9,
});

describe('fillPolygon', () => {
  it('sets pixels whose centres lie inside, the left and top edges included', () => {
    const mask = createMask(4, 4);
    fillPolygon(
      mask,
      [
        { x: 1, y: 1 },
        { x: 3, y: 1 },
        { x: 3, y: 3 },
        { x: 1, y: 3 },
      ],
      9,
    );
    expect(Array.from(mask.data)).toEqual([0, 0, 0, 0, 0, 9, 9, 0, 0, 9, 9, 0, 0, 0, 0, 0]);
  });

  it('agrees with the even-odd rule for any polygon, also one that crosses itself', () => {
    fc.assert(
      fc.property(polygons, (points) => {
        const mask = createMask(16, 16);
        fillPolygon(mask, points);
        for (let y = 0; y < 16; y++) {
          for (let x = 0; x < 16; x++) {
            // On the outline itself rounding may decide either way.
            const close = points.some((a, i) => {
              const b = points[(i + 1) % points.length]!;
              return distanceToSegment(x, y, a.x, a.y, b.x, b.y) < 1e-9;
            });
            if (!close) expect(mask.data[y * 16 + x] !== 0).toBe(inside(points, x, y));
          }
        }
      }),
    );
  });

  it('ignores what has no area and leaves the rest of the mask alone', () => {
    const mask = createMask(3, 3, 7);
    fillPolygon(mask, []);
    fillPolygon(mask, [
      { x: 0, y: 0 },
      { x: 2, y: 2 },
    ]);
    expect(mask).toEqual(createMask(3, 3, 7));
  });
});

describe('distanceToSegment', () => {
  it('measures to the line between the ends and to the nearer end beyond them', () => {
    expect(distanceToSegment(5, 3, 0, 0, 10, 0)).toBe(3);
    expect(distanceToSegment(-3, 4, 0, 0, 10, 0)).toBe(5);
    expect(distanceToSegment(13, -4, 0, 0, 10, 0)).toBe(5);
    expect(distanceToSegment(3, 4, 0, 0, 0, 0)).toBe(5);
  });

  it('is never more than the distance to any point of the segment', () => {
    const number = fc.double({ min: -9, max: 9, noNaN: true });
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, number, number, unit, (x, y, a, b, c, d, t) => {
        const point = Math.hypot(x - (a + t * (c - a)), y - (b + t * (d - b)));
        expect(distanceToSegment(x, y, a, b, c, d)).toBeLessThanOrEqual(point + 1e-9);
      }),
    );
  });
});
