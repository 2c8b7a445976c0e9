import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BesideArm, onStandingEdge, outerCorner } from './standing-sleeve.ts';

const apart = (one: BesideArm, other: BesideArm) =>
  Math.hypot(one.along - other.along, one.outwards - other.outwards);

describe('a sleeve that stands off the arm', () => {
  const tip = { along: -50, outwards: 0 };
  const inner = { along: 180, outwards: -28 };

  it('is as long outside, and as wide at its cuff, as it lies flat', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 190, max: 215, noNaN: true }),
        fc.double({ min: 90, max: 110, noNaN: true }),
        (length, width) => {
          const corner = outerCorner(tip, inner, { length, width, radius: 28 });
          // Where neither the arm nor the widest stand-off limits it.
          fc.pre(corner.outwards > 28 && corner.outwards < 72);
          expect(apart(tip, corner)).toBeCloseTo(length, 6);
          expect(apart(inner, corner)).toBeCloseTo(0.95 * width, 6);
        },
      ),
    );
  });

  it('has its outer corner higher up than its inner one', () => {
    const corner = outerCorner(tip, inner, { length: 208, width: 105, radius: 28 });
    expect(corner.along).toBeLessThan(inner.along);
    expect(corner.outwards).toBeGreaterThan(28);
  });

  it('never goes into the arm, nor further from it than cloth does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 600, noNaN: true }),
        fc.double({ min: 1, max: 600, noNaN: true }),
        fc.double({ min: 5, max: 60, noNaN: true }),
        (length, width, radius) => {
          const corner = outerCorner(tip, inner, { length, width, radius });
          expect(corner.outwards).toBeGreaterThanOrEqual(radius);
          expect(corner.outwards).toBeLessThanOrEqual(2.6 * radius);
          expect(Number.isFinite(corner.along)).toBe(true);
        },
      ),
    );
  });

  it('runs straight from the shoulder tip to that corner', () => {
    const edge = { tip, corner: { along: 150, outwards: 60 }, stiffness: 1 };
    expect(onStandingEdge(edge, 0)).toEqual(tip);
    expect(onStandingEdge(edge, 0.5)).toEqual({ along: 50, outwards: 30 });
  });
});
