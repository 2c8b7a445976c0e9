import type { Plane } from '@proteus/raster/types.ts';

/** The strongest values around every pixel. */
export interface Strongest {
  readonly data: Float32Array;
  /** Where the strongest pixel around a pixel lies. */
  sourceOf(x: number, y: number): number;
}

/**
 * The largest value in the square neighbourhood of every pixel, coarsely: taken over whole cells
 * of a grid, so that the reach is between `cells` and `cells + 1` cells.
 *
 * @param cell side of a cell in pixels.
 * @param cells how many cells to each side count.
 */
export function strongestAround(plane: Plane, cell: number, cells: number): Strongest {
  const { width, height, data } = plane;
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const grid = new Int32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let column = 0; column < columns; column++) {
      const first = y * width + column * cell;
      const end = Math.min(first + cell, (y + 1) * width);
      let best = y % cell === 0 ? first : grid[row + column]!;
      let value = data[best]!;
      for (let i = first; i < end; i++) {
        if (data[i]! <= value) continue;
        best = i;
        value = data[i]!;
      }
      grid[row + column] = best;
    }
  }
  const around = widen(grid, data, columns, rows, cells);
  const result = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let column = 0; column < columns; column++) {
      const first = y * width + column * cell;
      const end = Math.min(first + cell, (y + 1) * width);
      result.fill(data[around[row + column]!]!, first, end);
    }
  }
  return {
    data: result,
    sourceOf: (x, y) => around[Math.floor(y / cell) * columns + Math.floor(x / cell)]!,
  };
}

function widen(
  grid: Int32Array,
  data: Float32Array,
  columns: number,
  rows: number,
  cells: number,
): Int32Array {
  const around = new Int32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let best = grid[row * columns + column]!;
      for (let r = Math.max(0, row - cells); r <= Math.min(rows - 1, row + cells); r++) {
        for (let c = Math.max(0, column - cells); c <= Math.min(columns - 1, column + cells); c++) {
          const source = grid[r * columns + c]!;
          if (data[source]! > data[best]!) best = source;
        }
      }
      around[row * columns + column] = best;
    }
  }
  return around;
}
