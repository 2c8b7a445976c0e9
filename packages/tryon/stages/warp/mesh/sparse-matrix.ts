/** A symmetric sparse matrix in compressed rows, its diagonal kept apart. */
export interface SparseMatrix {
  readonly size: number;
  readonly diagonal: Float64Array;
  /** `rowStart[i]` to `rowStart[i + 1]` are the entries of row i; `size + 1` values. */
  readonly rowStart: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
}

/** Writes `matrix · vector` to `out`. */
export function multiplySparse(
  matrix: SparseMatrix,
  vector: Float64Array,
  out: Float64Array,
): void {
  const { size, diagonal, rowStart, columns, values } = matrix;
  for (let row = 0; row < size; row++) {
    let sum = diagonal[row]! * vector[row]!;
    const end = rowStart[row + 1]!;
    for (let entry = rowStart[row]!; entry < end; entry++) {
      sum += values[entry]! * vector[columns[entry]!]!;
    }
    out[row] = sum;
  }
}
