import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineThrough } from './line-through.ts';

const COLUMNS = Array.from({ length: 11 }, (_, i) => (i - 5) * 10);

describe('a line through places', () => {
  it('is found whatever three in eleven of them do', () => {
    const place = fc.double({ min: -200, max: 200, noNaN: true });
    const slopes = fc.double({ min: -0.25, max: 0.25, noNaN: true });
    fc.assert(
      fc.property(place, slopes, fc.array(place, { maxLength: 3 }), (below, slope, astray) => {
        const places = COLUMNS.map((across, i) => ({
          across,
          below: astray[i] === undefined ? below + slope * across : below + astray[i],
        }));
        const { line } = lineThrough(places, 0.3);
        for (const { across, below: at } of places.slice(3)) {
          expect(Math.abs(line.below + line.slope * across - at)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('is no steeper than it may be, and tells how far off it the places lie', () => {
    const places = COLUMNS.map((across) => ({ across, below: across }));
    const { line, scatter } = lineThrough(places, 0.2);
    expect(line.slope).toBe(0.2);
    expect(scatter).toBeCloseTo(24);
    expect(lineThrough(places, 2).scatter).toBeCloseTo(0);
  });
});
