import type { LabImage } from '@proteus/raster/types.ts';
import type { Frame } from './background-surface.ts';

/** Means over square cells; cells at the right and lower edge may be smaller. */
export function shrinkLab(lab: LabImage, cell: number): LabImage {
  const { width, height } = lab;
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const data = new Float32Array(columns * rows * 3);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++) {
      const to = (row + Math.floor(x / cell)) * 3;
      const from = (y * width + x) * 3;
      data[to]! += lab.data[from]!;
      data[to + 1]! += lab.data[from + 1]!;
      data[to + 2]! += lab.data[from + 2]!;
    }
  }
  for (let row = 0; row < rows; row++) {
    const tall = Math.min(cell, height - row * cell);
    for (let column = 0; column < columns; column++) {
      const scale = 1 / (tall * Math.min(cell, width - column * cell));
      const at = (row * columns + column) * 3;
      for (let channel = 0; channel < 3; channel++) data[at + channel]! *= scale;
    }
  }
  return { width: columns, height: rows, data };
}

/**
 * Bilinear interpolation between the centres of the cells that `shrinkLab` made.
 *
 * @param window the part of the full picture to fill.
 */
export function expandLab(coarse: LabImage, cell: number, window: Frame): LabImage {
  const { width, height } = window;
  const data = new Float32Array(width * height * 3);
  const lastColumn = coarse.width - 1;
  const lastRow = coarse.height - 1;
  for (let y = 0; y < height; y++) {
    const v = Math.max(0, Math.min(lastRow, (window.y + y + 0.5) / cell - 0.5));
    const top = Math.floor(v);
    const down = v - top;
    const rowA = top * coarse.width;
    const rowB = Math.min(lastRow, top + 1) * coarse.width;
    for (let x = 0; x < width; x++) {
      const u = Math.max(0, Math.min(lastColumn, (window.x + x + 0.5) / cell - 0.5));
      const left = Math.floor(u);
      const across = u - left;
      const right = Math.min(lastColumn, left + 1);
      for (let channel = 0; channel < 3; channel++) {
        const a = coarse.data[(rowA + left) * 3 + channel]!;
        const b = coarse.data[(rowA + right) * 3 + channel]!;
        const c = coarse.data[(rowB + left) * 3 + channel]!;
        const d = coarse.data[(rowB + right) * 3 + channel]!;
        const upper = a + across * (b - a);
        data[(y * width + x) * 3 + channel] = upper + down * (c + across * (d - c) - upper);
      }
    }
  }
  return { width, height, data };
}

/** A copy of one part of a picture. */
export function cropLab(lab: LabImage, window: Frame): LabImage {
  const { x, y, width, height } = window;
  const data = new Float32Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * lab.width + x) * 3;
    data.set(lab.data.subarray(from, from + width * 3), row * width * 3);
  }
  return { width, height, data };
}
