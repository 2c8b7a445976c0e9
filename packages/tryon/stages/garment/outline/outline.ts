import type { Mask } from '@proteus/raster/types.ts';

/** The garment's outline read along rows and columns, with its symmetry axis and own scale. */
export interface Outline {
  readonly mask: Mask;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly area: number;
  /** x of the vertical axis of best mirror symmetry. */
  readonly middle: number;
  /** Share of the garment that its mirror image covers, 0 to 1. */
  readonly symmetry: number;
  /** First garment row of each column; the picture's height where there is none. */
  readonly topOf: Int32Array;
  /** Last garment row of each column; -1 where there is none. */
  readonly bottomOf: Int32Array;
}

/** Cell of the coarse grid that the symmetry search works on, in pixels. */
const CELL = 4;

/** Measures a hard mask; null when it is empty. */
export function measureOutline(mask: Mask): Outline | null {
  const { width, height, data } = mask;
  const topOf = new Int32Array(width).fill(height);
  const bottomOf = new Int32Array(width).fill(-1);
  let area = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!data[y * width + x]) continue;
      area++;
      if (topOf[x] === height) topOf[x] = y;
      bottomOf[x] = y;
    }
  }
  if (area === 0) return null;
  const first = topOf.findIndex((row) => row < height);
  const last = topOf.findLastIndex((row) => row < height);
  let top = height;
  let bottom = 0;
  for (let x = first; x <= last; x++) {
    top = Math.min(top, topOf[x]!);
    bottom = Math.max(bottom, bottomOf[x]!);
  }
  const box = { x: first, y: top, width: last - first + 1, height: bottom - top + 1 };
  return { mask, ...box, area, ...symmetryAxis(mask, box), topOf, bottomOf };
}

/** Whether a point of the picture belongs to the garment. */
export function isInside(mask: Mask, x: number, y: number): boolean {
  const column = Math.round(x);
  const row = Math.round(y);
  if (column < 0 || row < 0 || column >= mask.width || row >= mask.height) return false;
  return mask.data[row * mask.width + column] !== 0;
}

function symmetryAxis(
  mask: Mask,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): { readonly middle: number; readonly symmetry: number } {
  const columns = Math.ceil(box.width / CELL);
  const rows = Math.ceil(box.height / CELL);
  const grid = new Uint8Array(columns * rows);
  let filled = 0;
  for (let row = 0; row < rows; row++) {
    const y = Math.min(mask.height - 1, box.y + row * CELL + (CELL >> 1));
    for (let column = 0; column < columns; column++) {
      const x = Math.min(mask.width - 1, box.x + column * CELL + (CELL >> 1));
      if (!mask.data[y * mask.width + x]) continue;
      grid[column * rows + row] = 1;
      filled++;
    }
  }
  // Axis positions in half cells: column c mirrors to `sum - c`.
  const from = Math.floor(0.7 * (columns - 1));
  const to = Math.ceil(1.3 * (columns - 1));
  const overlaps = new Float64Array(to - from + 1);
  let best = 0;
  for (let sum = from; sum <= to; sum++) {
    let overlap = 0;
    for (
      let column = Math.max(0, sum - columns + 1);
      column <= Math.min(columns - 1, sum);
      column++
    ) {
      const mirrored = sum - column;
      for (let row = 0; row < rows; row++) {
        overlap += grid[column * rows + row]! & grid[mirrored * rows + row]!;
      }
    }
    overlaps[sum - from] = overlap;
    if (overlap > overlaps[best]!) best = sum - from;
  }
  const centre = overlaps[best]!;
  const before = overlaps[best - 1] ?? centre;
  const after = overlaps[best + 1] ?? centre;
  const bend = before - 2 * centre + after;
  const shift = bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
  return {
    middle: box.x + ((from + best + shift) / 2 + 0.5) * CELL - 0.5,
    symmetry: filled === 0 ? 0 : centre / filled,
  };
}
