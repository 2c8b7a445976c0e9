import { expect, it } from 'vitest';
import { drawNormals } from './draw-normals.ts';

it('draws what faces the viewer in the usual pale blue, right as red and up as green', () => {
  const normals = { width: 3, height: 1, data: Float32Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0) };
  expect([...drawNormals(normals, { width: 3, height: 1 }).data]).toEqual([
    128, 128, 255, 255, 128, 128, 128, 255, 128,
  ]);
});
