import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import { expect, it } from 'vitest';
import { measureEdgeContrast } from './edge-contrast.ts';

const SIZE = 64;
const alpha = {
  width: SIZE,
  height: SIZE,
  data: Float32Array.from({ length: SIZE * SIZE }, (_, i) => (i % SIZE < SIZE / 2 ? 1 : 0)),
};

function contrastOf(cloth: number, backdrop: number): number {
  const data = new Uint8Array(SIZE * SIZE * 3);
  for (let i = 0; i < SIZE * SIZE; i++) {
    data.fill(alpha.data[i] ? cloth : backdrop, i * 3, i * 3 + 3);
  }
  return measureEdgeContrast(rgbToLab({ width: SIZE, height: SIZE, data }), alpha);
}

it('white on white has no contrast, black on white all of it', () => {
  expect(contrastOf(250, 250)).toBeCloseTo(0, 3);
  expect(contrastOf(245, 255)).toBeLessThan(5);
  expect(contrastOf(0, 255)).toBeCloseTo(100, 0);
});
