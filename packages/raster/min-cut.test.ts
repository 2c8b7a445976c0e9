import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridCapacities } from './grid-graph.ts';
import { gridMinCut } from './min-cut.ts';
import type { Mask } from './types.ts';

function grids(largest: number, eight: boolean): fc.Arbitrary<GridCapacities> {
  return fc
    .record({
      width: fc.integer({ min: 1, max: largest }),
      height: fc.integer({ min: 1, max: largest }),
    })
    .chain(({ width, height }) => {
      const weights = fc
        .array(fc.nat(9), { minLength: width * height, maxLength: width * height })
        .map((values) => Float32Array.from(values));
      const straight = {
        width: fc.constant(width),
        height: fc.constant(height),
        source: weights,
        sink: weights,
        right: weights,
        down: weights,
      };
      return eight
        ? fc.record({ ...straight, downRight: weights, downLeft: weights })
        : fc.record(straight);
    });
}

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

function neighbourEdges(grid: GridCapacities): Edge[] {
  const edges: Edge[] = [];
  const directions = [
    [1, 0, grid.right],
    [0, 1, grid.down],
    [1, 1, grid.downRight],
    [-1, 1, grid.downLeft],
  ] as const;
  for (let y = 0; y < grid.height; y++) {
    for (let x = 0; x < grid.width; x++) {
      for (const [dx, dy, weights] of directions) {
        if (x + dx < 0 || x + dx >= grid.width || y + dy >= grid.height || !weights) continue;
        const a = y * grid.width + x;
        edges.push({ a, b: a + dy * grid.width + dx, weight: weights[a]! });
      }
    }
  }
  return edges;
}

function cost(grid: GridCapacities, isSource: (pixel: number) => boolean): number {
  let sum = 0;
  for (let i = 0; i < grid.source.length; i++) {
    sum += isSource(i) ? grid.sink[i]! : grid.source[i]!;
  }
  for (const { a, b, weight } of neighbourEdges(grid)) {
    if (isSource(a) !== isSource(b)) sum += weight;
  }
  return sum;
}

/** Ford–Fulkerson with breadth-first paths on a dense matrix; the source's side of its cut. */
function plainMinCut(grid: GridCapacities): Mask {
  const pixels = grid.source.length;
  const nodes = pixels + 2;
  const [source, sink] = [pixels, pixels + 1];
  const residual = Array.from({ length: nodes }, () => new Float64Array(nodes));
  for (let i = 0; i < pixels; i++) {
    residual[source]![i] = grid.source[i]!;
    residual[i]![sink] = grid.sink[i]!;
  }
  for (const { a, b, weight } of neighbourEdges(grid)) {
    residual[a]![b] = weight;
    residual[b]![a] = weight;
  }
  for (;;) {
    const from = new Int32Array(nodes).fill(-1);
    from[source] = source;
    const queue = [source];
    for (const node of queue) {
      for (let next = 0; next < nodes; next++) {
        if (from[next] !== -1 || residual[node]![next]! <= 0) continue;
        from[next] = node;
        queue.push(next);
      }
    }
    if (from[sink] === -1) {
      const data = Uint8Array.from({ length: pixels }, (_, i) => (from[i] === -1 ? 0 : 255));
      return { width: grid.width, height: grid.height, data };
    }
    let flow = Number.POSITIVE_INFINITY;
    for (let at = sink; at !== source; at = from[at]!) {
      flow = Math.min(flow, residual[from[at]!]![at]!);
    }
    for (let at = sink; at !== source; at = from[at]!) {
      residual[from[at]!]![at]! -= flow;
      residual[at]![from[at]!]! += flow;
    }
  }
}

describe('gridMinCut', () => {
  it('finds a cut that no labelling of a tiny grid undercuts', () => {
    fc.assert(
      fc.property(
        fc.boolean().chain((eight) => grids(3, eight)),
        (grid) => {
          const { data } = gridMinCut(grid);
          const found = cost(grid, (i) => data[i] === 255);
          for (let labels = 0; labels < 1 << data.length; labels++) {
            expect(cost(grid, (i) => ((labels >> i) & 1) === 1)).toBeGreaterThanOrEqual(found);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gives the same smallest source side as plain augmenting paths', () => {
    fc.assert(
      fc.property(
        fc.boolean().chain((eight) => grids(7, eight)),
        (grid) => {
          expect(gridMinCut(grid)).toEqual(plainMinCut(grid));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('cuts a row at its weakest link', () => {
    const none = new Float32Array(5);
    const grid = {
      width: 5,
      height: 1,
      source: Float32Array.of(Infinity, 0, 0, 0, 0),
      sink: Float32Array.of(0, 0, 0, 0, Infinity),
      right: Float32Array.of(5, 4, 2, 3, 0),
      down: none,
    };
    expect(gridMinCut(grid).data).toEqual(Uint8Array.of(255, 255, 255, 0, 0));
  });

  it('is moved by diagonal links', () => {
    const grid = {
      width: 2,
      height: 2,
      source: Float32Array.of(9, 0, 0, 0),
      sink: Float32Array.of(0, 1, 1, 1),
      right: new Float32Array(4),
      down: new Float32Array(4),
    };
    expect(gridMinCut(grid).data).toEqual(Uint8Array.of(255, 0, 0, 0));
    const downRight = Float32Array.of(5, 0, 0, 0);
    const downLeft = Float32Array.of(0, 5, 0, 0);
    expect(gridMinCut({ ...grid, downRight, downLeft }).data).toEqual(
      Uint8Array.of(255, 0, 0, 255),
    );
  });

  it('gives undecided pixels to the sink', () => {
    const none = new Float32Array(4);
    const grid = { width: 2, height: 2, source: none, sink: none, right: none, down: none };
    expect(gridMinCut(grid).data).toEqual(new Uint8Array(4));
  });

  it('refuses arrays of another length', () => {
    const none = new Float32Array(4);
    const grid = { width: 2, height: 2, source: none, sink: none, right: none, down: none };
    expect(() => gridMinCut({ ...grid, down: new Float32Array(3) })).toThrow(RangeError);
    expect(() => gridMinCut({ ...grid, sink: new Float32Array(5) })).toThrow(RangeError);
  });
});
