import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawThrough, edgeByRow } from './moved-edge.ts';

const ROWS = 200;
const seenEdge = fc
  .array(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 8 })
  .map((xs) => xs.map((x, index) => ({ x, y: 20 + index * 20 })));

it('an edge is straight between its points', () => {
  const edge = edgeByRow(
    [
      { x: 10, y: 2 },
      { x: 20, y: 12 },
    ],
    20,
  );
  expect(edge[1]).toBeNaN();
  expect(edge[7]).toBeCloseTo(15);
  expect(edge[12]).toBe(20);
  expect(edge[13]).toBeNaN();
});

it('an edge drawn through its own points is the edge itself', () => {
  fc.assert(
    fc.property(seenEdge, (points) => {
      const seen = edgeByRow(points, ROWS);
      const drawn = drawThrough(seen, [points[0]!, points.at(-1)!]);
      for (let y = 0; y < ROWS; y++) expect(drawn[y]).toEqual(seen[y]);
    }),
  );
});

it('an edge meets the points that it is drawn through, and keeps its shape between them', () => {
  const knots = fc
    .tuple(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 61, max: 190 }))
    .chain(([from, to]) =>
      fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })).map(
        ([first, last]) =>
          [
            { x: first, y: from },
            { x: last, y: to },
          ] as const,
      ),
    );
  fc.assert(
    fc.property(seenEdge, knots, (points, [first, last]) => {
      const drawn = drawThrough(edgeByRow(points, ROWS), [first, last]);
      expect(drawn[first.y]).toBeCloseTo(first.x, 3);
      expect(drawn[last.y]).toBeCloseTo(last.x, 3);
      expect(drawn[first.y - 1]).toBeNaN();
      expect(drawn[last.y + 1]).toBeNaN();
    }),
  );
  const straight = edgeByRow(
    [
      { x: 50, y: 20 },
      { x: 80, y: 60 },
      { x: 50, y: 100 },
    ],
    ROWS,
  );
  const shifted = drawThrough(straight, [
    { x: 60, y: 20 },
    { x: 60, y: 100 },
  ]);
  expect(shifted[60]).toBeCloseTo(90);
});
