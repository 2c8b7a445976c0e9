import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rasteriseMesh } from './rasterise-mesh.ts';

const size = { width: 12, height: 10 };

/** A grid of triangles whose inner vertices are moved about; its outline covers the picture. */
const shakenGrids = fc
  .record({
    shifts: fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), {
      minLength: 72,
      maxLength: 72,
    }),
    halves: fc.boolean(),
    diagonals: fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
  })
  .map(({ shifts, halves, diagonals }) => {
    const vertices = new Float32Array(72);
    for (let row = 0; row < 6; row++) {
      for (let column = 0; column < 6; column++) {
        const at = (row * 6 + column) * 2;
        const inner = row > 0 && row < 5 && column > 0 && column < 5;
        // Halves put vertices and edges onto pixel centres, where ties must be broken.
        const shift = (k: number) =>
          inner ? (halves ? Math.round(shifts[at + k]! * 4) / 4 : shifts[at + k]!) * 3 : 0;
        vertices[at] = column * 3 - 1 + shift(0);
        vertices[at + 1] = row * 3 - 2 + shift(1);
      }
    }
    const triangles: number[] = [];
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 5; column++) {
        const a = row * 6 + column;
        if (diagonals[row * 5 + column]) triangles.push(a, a + 1, a + 7, a, a + 7, a + 6);
        else triangles.push(a, a + 1, a + 6, a + 6, a + 1, a + 7);
      }
    }
    return { vertices, triangles: Uint32Array.from(triangles) };
  });

describe('rasteriseMesh', () => {
  it('covers every pixel exactly once where triangles share edges', () => {
    fc.assert(
      fc.property(shakenGrids, ({ vertices, triangles }) => {
        const hits = new Int32Array(size.width * size.height);
        for (let t = 0; t < triangles.length / 3; t++) {
          const triangleMask = new Uint8Array(triangles.length / 3);
          triangleMask[t] = 1;
          const { x } = rasteriseMesh({ vertices, texture: vertices, triangles }, size, {
            triangleMask,
          });
          for (let i = 0; i < x.length; i++) if (!Number.isNaN(x[i]!)) hits[i]!++;
        }
        expect(hits).toEqual(new Int32Array(hits.length).fill(1));
      }),
      { numRuns: 60 },
    );
  });

  it('interpolates source positions linearly: an affine texture comes out affine', () => {
    fc.assert(
      fc.property(shakenGrids, ({ vertices, triangles }) => {
        const texture = vertices.map((_, i) => {
          const x = vertices[i - (i % 2)]!;
          const y = vertices[i - (i % 2) + 1]!;
          return i % 2 === 0 ? 2 * x - y + 5 : 0.5 * x + 3 * y - 7;
        });
        const map = rasteriseMesh({ vertices, texture, triangles }, size);
        for (let i = 0; i < map.x.length; i++) {
          const x = i % size.width;
          const y = Math.floor(i / size.width);
          expect(Math.abs(map.x[i]! - (2 * x - y + 5))).toBeLessThan(0.01);
          expect(Math.abs(map.y[i]! - (0.5 * x + 3 * y - 7))).toBeLessThan(0.01);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('owns left and top edges but not right and bottom ones, in either orientation', () => {
    const vertices = Float32Array.of(1, 1, 3, 1, 3, 3, 1, 3);
    for (const triangles of [
      [0, 1, 2, 0, 2, 3],
      [0, 2, 1, 0, 3, 2],
    ]) {
      const map = rasteriseMesh(
        { vertices, texture: vertices, triangles: Uint32Array.from(triangles) },
        { width: 5, height: 5 },
      );
      const drawn = Array.from(map.x.keys()).filter((i) => !Number.isNaN(map.x[i]!));
      expect(drawn).toEqual([6, 7, 11, 12]);
      expect(drawn.map((i) => map.y[i])).toEqual([1, 1, 2, 2]);
    }
  });

  it('lets the later triangle win, and leaves out what has no area or no numbers', () => {
    const vertices = Float32Array.of(-1, -1, 9, -1, -1, 9, Number.NaN, 0, 4, 4);
    const texture = Float32Array.of(1, 1, 1, 1, 1, 1, 2, 2, 1, 1);
    const other = Float32Array.of(...vertices, -1, -1, 9, -1, -1, 9);
    const triangles = Uint32Array.of(0, 1, 2, 5, 6, 7, 0, 3, 1, 0, 4, 0);
    const map = rasteriseMesh(
      { vertices: other, texture: Float32Array.of(...texture, 5, 5, 5, 5, 5, 5), triangles },
      { width: 2, height: 2 },
    );
    expect(map.x).toEqual(Float32Array.of(5, 5, 5, 5));
  });
});
