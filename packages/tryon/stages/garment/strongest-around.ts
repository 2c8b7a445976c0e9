import type { Plane } from '@proteus/raster/types.ts';

/**
 * The largest value in the square neighbourhood of every pixel, coarsely: taken over whole cells
 * of a grid, so that the reach is between `cells` and `cells + 1` cells.
 *
 * @param cell side of a cell in pixels.
 * @param cells how many cells to each side count.
 */
export function strongestAround(plane: Plane, cell: number, cells: number): Float32Array {
  const { width, height, data } = plane;
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const grid = new Float32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++) {
      const at = row + Math.floor(x / cell);
      const value = data[y * width + x]!;
      if (value > grid[at]!) grid[at] = value;
    }
  }
  const around = widen(grid, columns, rows, cells);
  const result = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++) result[y * width + x] = around[row + Math.floor(x / cell)]!;
  }
  return result;
}

function widen(grid: Float32Array, columns: number, rows: number, cells: number): Float32Array {
  const around = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let largest = 0;
      for (let r = Math.max(0, row - cells); r <= Math.min(rows - 1, row + cells); r++) {
        for (let c = Math.max(0, column - cells); c <= Math.min(columns - 1, column + cells); c++) {
          largest = Math.max(largest, grid[r * columns + c]!);
        }
      }
      around[row * columns + column] = largest;
    }
  }
  return around;
}
