import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST_TOOTH, evenEdge } from './even-edge.ts';

const NONE = 1000;
const edge = (rowAt: (x: number) => number) =>
  evenEdge(
    Float64Array.from({ length: 60 }, (_, x) => rowAt(x)),
    NONE,
  );

describe('an edge without teeth', () => {
  it('runs on straight, level or on a slant', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.2, max: 0.2, noNaN: true }), (slope) => {
        const even = edge((x) => 100 + slope * x);
        for (let x = 12; x < 48; x++) expect(even[x]).toBeCloseTo(100 + slope * x, 6);
      }),
    );
  });

  it('passes by what sticks out a little, and says nothing of steps', () => {
    const toothed = edge((x) => (x % 16 < 4 ? 100 - DEEPEST_TOOTH : 100));
    for (let x = 12; x < 48; x++) expect(toothed[x]).toBe(100);
    expect(edge((x) => (Math.abs(x - 30) < 3 ? 80 : 100))[30]).toBeNaN();
  });

  it('says nothing where there is none', () => {
    expect(edge((x) => (x < 20 ? NONE : 100))[10]).toBeNaN();
  });
});
