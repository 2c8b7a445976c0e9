import { describe, expect, it } from 'vitest';
import type { GarmentMesh } from './mesh.ts';
import { measureMeshDistortion } from './mesh-distortion.ts';

const SQUARE: GarmentMesh = {
  rest: Float64Array.of(0, 0, 10, 0, 10, 10, 0, 10),
  triangles: Uint32Array.of(0, 1, 2, 0, 2, 3),
  parts: Uint8Array.of(1, 1),
};

describe('measureMeshDistortion', () => {
  it('finds nothing in a mesh that was only turned', () => {
    const turned = Float64Array.of(0, 0, 0, 10, -10, 10, -10, 0);
    const found = measureMeshDistortion(SQUARE, turned, [
      [1, 0, 0, 1],
      [1, 0, 0, 1],
    ]);
    expect(found.folded).toBe(0);
    expect(found.stretch).toBeCloseTo(1, 9);
  });

  it('counts the triangles that were turned over', () => {
    const folded = Float64Array.of(0, 0, 10, 0, 10, 10, 10, 0);
    const found = measureMeshDistortion(SQUARE, folded, [
      [1, 0, 0, 1],
      [1, 0, 0, 1],
    ]);
    expect(found.folded).toBe(0.5);
  });

  it('measures against the stretched rest shape', () => {
    const doubled = Float64Array.of(0, 0, 20, 0, 20, 10, 0, 10);
    const plain = measureMeshDistortion(SQUARE, doubled, [
      [1, 0, 0, 1],
      [1, 0, 0, 1],
    ]);
    const stretched = measureMeshDistortion(SQUARE, doubled, [
      [1, 0, 0, 1],
      [2, 0, 0, 1],
    ]);
    expect(plain.stretch).toBeCloseTo(2, 9);
    expect(stretched.stretch).toBeCloseTo(1, 9);
    expect(stretched.strain).toBeCloseTo(1, 9);
    expect(stretched.reshaping).toBeCloseTo(2, 9);
    const grown = Float64Array.of(0, 0, 20, 0, 20, 20, 0, 20);
    expect(
      measureMeshDistortion(SQUARE, grown, [
        [1, 0, 0, 1],
        [1, 0, 0, 1],
      ]).reshaping,
    ).toBe(1);
  });
});
