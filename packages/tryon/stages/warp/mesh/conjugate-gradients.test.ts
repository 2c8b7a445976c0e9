import { expect, it } from 'vitest';
import { conjugateGradients, createConjugateGradientsScratch } from './conjugate-gradients.ts';

it('solves a small symmetric system exactly in as many steps as it has unknowns', () => {
  // [4 1 0; 1 3 -1; 0 -1 2] · [1 2 3] = [6 4 4]
  const matrix = {
    size: 3,
    diagonal: Float64Array.of(4, 3, 2),
    rowStart: Uint32Array.of(0, 1, 3, 4),
    columns: Uint32Array.of(1, 0, 2, 1),
    values: Float64Array.of(1, 1, -1, -1),
  };
  const x = new Float64Array(3);
  const steps = conjugateGradients(
    matrix,
    Float64Array.of(6, 4, 4),
    x,
    createConjugateGradientsScratch(3),
    { iterations: 10, tolerance: 1e-20 },
  );
  expect(steps).toBeLessThanOrEqual(3);
  [1, 2, 3].forEach((value, i) => {
    expect(x[i]).toBeCloseTo(value, 9);
  });
});
