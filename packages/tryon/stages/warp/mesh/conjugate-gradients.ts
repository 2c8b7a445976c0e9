import type { SparseMatrix } from './sparse-matrix.ts';
import { multiplySparse } from './sparse-matrix.ts';

/** Buffers of the solver, so that repeated solves allocate nothing. */
export interface ConjugateGradientsScratch {
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  readonly product: Float64Array;
}

export function createConjugateGradientsScratch(size: number): ConjugateGradientsScratch {
  return {
    residual: new Float64Array(size),
    direction: new Float64Array(size),
    product: new Float64Array(size),
  };
}

/**
 * Solves `matrix · x = rightSide` for a symmetric positive definite matrix, from the guess that
 * `x` holds, in place, with Jacobi preconditioning.
 *
 * @param tolerance stops when the preconditioned residual's squared norm falls below it.
 * @returns the number of iterations used.
 * @see Shewchuk 1994, "An Introduction to the Conjugate Gradient Method Without the Agonizing Pain".
 */
export function conjugateGradients(
  matrix: SparseMatrix,
  rightSide: Float64Array,
  x: Float64Array,
  scratch: ConjugateGradientsScratch,
  limit: { readonly iterations: number; readonly tolerance: number },
): number {
  const { size, diagonal } = matrix;
  const { residual, direction, product } = scratch;
  multiplySparse(matrix, x, product);
  let norm = 0;
  for (let i = 0; i < size; i++) {
    residual[i] = rightSide[i]! - product[i]!;
    direction[i] = residual[i]! / diagonal[i]!;
    norm += residual[i]! * direction[i]!;
  }
  let iteration = 0;
  while (iteration < limit.iterations && norm > limit.tolerance) {
    multiplySparse(matrix, direction, product);
    let curvature = 0;
    for (let i = 0; i < size; i++) curvature += direction[i]! * product[i]!;
    const step = norm / curvature;
    let next = 0;
    for (let i = 0; i < size; i++) {
      x[i]! += step * direction[i]!;
      residual[i]! -= step * product[i]!;
      next += (residual[i]! * residual[i]!) / diagonal[i]!;
    }
    const keep = next / norm;
    for (let i = 0; i < size; i++) {
      direction[i] = residual[i]! / diagonal[i]! + keep * direction[i]!;
    }
    norm = next;
    iteration++;
  }
  return iteration;
}
