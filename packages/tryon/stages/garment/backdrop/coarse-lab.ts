import type { LabImage } from '@proteus/raster/types.ts';
import type { Frame } from './background-surface.ts';

/** Means over square cells; cells at the right and lower edge may be smaller. */
export function shrinkLab(lab: LabImage, cell: number): LabImage {
  const { width, height } = lab;
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const data = new Float32Array(columns * rows * 3);
  for (let y = 0; y < height; y++) {
    let to = Math.floor(y / cell) * columns * 3;
    const end = (y + 1) * width * 3;
    for (let from = y * width * 3; from < end; to += 3) {
      const next = Math.min(end, from + cell * 3);
      let lightness = 0;
      let green = 0;
      let blue = 0;
      for (; from < next; from += 3) {
        lightness += lab.data[from]!;
        green += lab.data[from + 1]!;
        blue += lab.data[from + 2]!;
      }
      data[to]! += lightness;
      data[to + 1]! += green;
      data[to + 2]! += blue;
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
  const between = new Float32Array(coarse.width * 3);
  for (let y = 0, to = 0; y < height; y++) {
    const v = Math.max(0, Math.min(lastRow, (window.y + y + 0.5) / cell - 0.5));
    const top = Math.floor(v);
    const down = v - top;
    const rowA = top * between.length;
    const rowB = Math.min(lastRow, top + 1) * between.length;
    for (let i = 0; i < between.length; i++) {
      const a = coarse.data[rowA + i]!;
      between[i] = a + down * (coarse.data[rowB + i]! - a);
    }
    for (let x = 0; x < width; x++, to += 3) {
      const u = Math.max(0, Math.min(lastColumn, (window.x + x + 0.5) / cell - 0.5));
      const column = Math.floor(u);
      const across = u - column;
      const left = 3 * column;
      const right = column < lastColumn ? left + 3 : left;
      const lightness = between[left]!;
      const green = between[left + 1]!;
      const blue = between[left + 2]!;
      data[to] = lightness + across * (between[right]! - lightness);
      data[to + 1] = green + across * (between[right + 1]! - green);
      data[to + 2] = blue + across * (between[right + 2]! - blue);
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
