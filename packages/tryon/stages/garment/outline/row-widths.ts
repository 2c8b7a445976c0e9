import type { Outline } from './outline.ts';

/** Distance between the outermost garment pixels of every row, both included; 0 in empty rows. */
export function rowWidths({ mask, x: left, width, y: top, height }: Outline): Int32Array {
  const widths = new Int32Array(mask.height);
  for (let y = top; y < top + height; y++) {
    const row = y * mask.width;
    let first = left;
    let last = left + width - 1;
    while (first <= last && !mask.data[row + first]) first++;
    while (last > first && !mask.data[row + last]) last--;
    widths[y] = Math.max(0, last - first + 1);
  }
  return widths;
}
