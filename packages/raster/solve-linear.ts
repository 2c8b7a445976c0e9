/**
 * Solves a square linear system for several right-hand sides by Gaussian elimination with row
 * exchanges. Works in place: `matrix` is used up and `rightSides` becomes the solution.
 *
 * @param matrix n × n, row-major.
 * @param rightSides n × columns, row-major.
 * @throws {RangeError} when the matrix is singular (to about 12 digits).
 */
export function solveLinear(
  matrix: Float64Array,
  rightSides: Float64Array,
  n: number,
  columns: number,
): void {
  const scale = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let row = k + 1; row < n; row++) {
      if (Math.abs(matrix[row * n + k]!) > Math.abs(matrix[pivot * n + k]!)) pivot = row;
    }
    if (!(Math.abs(matrix[pivot * n + k]!) > 1e-12 * scale)) {
      throw new RangeError('The linear system has no single solution.');
    }
    exchangeRows(matrix, k, pivot, n);
    exchangeRows(rightSides, k, pivot, columns);
    for (let row = k + 1; row < n; row++) {
      const factor = matrix[row * n + k]! / matrix[k * n + k]!;
      if (factor === 0) continue;
      for (let c = k; c < n; c++) matrix[row * n + c]! -= factor * matrix[k * n + c]!;
      for (let c = 0; c < columns; c++) {
        rightSides[row * columns + c]! -= factor * rightSides[k * columns + c]!;
      }
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let c = 0; c < columns; c++) {
      let sum = rightSides[k * columns + c]!;
      for (let other = k + 1; other < n; other++) {
        sum -= matrix[k * n + other]! * rightSides[other * columns + c]!;
      }
      rightSides[k * columns + c] = sum / matrix[k * n + k]!;
    }
  }
}

function exchangeRows(values: Float64Array, a: number, b: number, length: number): void {
  if (a === b) return;
  for (let c = 0; c < length; c++) {
    const kept = values[a * length + c]!;
    values[a * length + c] = values[b * length + c]!;
    values[b * length + c] = kept;
  }
}
