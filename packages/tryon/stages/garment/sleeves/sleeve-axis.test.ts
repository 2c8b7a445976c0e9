import { createMask } from '@proteus/raster/create-mask.ts';
import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import type { Point } from '@proteus/raster/types.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureSleeve } from './sleeve-axis.ts';

const SIZE = 300;
const SLEEVE = 2;
const TIP = { x: 200, y: 60 };
const ARMPIT = { x: 200, y: 200 };

/** A sleeve sewn to an upright armhole: its outer edge hangs at an angle, its cuff lies across that. */
function sleeveOf(angle: number, outer: number, underside: number) {
  const axis = { x: -Math.sin(angle), y: Math.cos(angle) };
  const along = (from: Point, length: number): Point => ({
    x: from.x + axis.x * length,
    y: from.y + axis.y * length,
  });
  const cuffOuter = along(TIP, outer);
  // The armhole's foot lies this far along the axis: the underside is so much shorter.
  const across = (ARMPIT.y - TIP.y) * axis.y;
  const cuffInner = along(ARMPIT, Math.max(underside, outer - across));
  const polygon = [TIP, cuffOuter, cuffInner, ARMPIT];
  const parts = createMask(SIZE, SIZE);
  fillPolygon(parts, polygon, SLEEVE);
  const middle = { x: (cuffOuter.x + cuffInner.x) / 2, y: (cuffOuter.y + cuffInner.y) / 2 };
  return { sleeve: measureSleeve(parts, SLEEVE, TIP, ARMPIT)!, middle };
}

describe('the axis of a sleeve', () => {
  it('runs from the armhole to the middle of the cuff, however short the sleeve', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 0.9, noNaN: true }), (angle) => {
        for (const [outer, underside] of [
          [130, 20],
          [180, 60],
        ] as const) {
          const { sleeve, middle } = sleeveOf(angle, outer, underside);
          const { origin, axis } = sleeve;
          const length = Math.hypot(middle.x - origin.x, middle.y - origin.y);
          const cosine = ((middle.x - origin.x) * axis.x + (middle.y - origin.y) * axis.y) / length;
          expect(cosine).toBeGreaterThan(Math.cos((7 * Math.PI) / 180));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('runs to the middle of a cuff that ends at the armpit, whatever fold sticks out of its outer corner', () => {
    const parts = createMask(SIZE, SIZE);
    const outer = { x: 100, y: 150 };
    fillPolygon(parts, [TIP, outer, { x: 106, y: 158 }, { x: 112, y: 156 }, ARMPIT], SLEEVE);
    const { origin, axis } = measureSleeve(parts, SLEEVE, TIP, ARMPIT)!;
    const middle = { x: (outer.x + ARMPIT.x) / 2, y: (outer.y + ARMPIT.y) / 2 };
    const length = Math.hypot(middle.x - origin.x, middle.y - origin.y);
    const cosine = ((middle.x - origin.x) * axis.x + (middle.y - origin.y) * axis.y) / length;
    expect(cosine).toBeGreaterThan(Math.cos((7 * Math.PI) / 180));
  });

  it('has nothing to say where there is no sleeve', () => {
    expect(measureSleeve(createMask(SIZE, SIZE), SLEEVE, TIP, ARMPIT)).toBeNull();
  });
});
