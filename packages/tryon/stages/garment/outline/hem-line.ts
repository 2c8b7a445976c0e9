import type { Outline } from './outline.ts';

/** Row of the hem in the middle: the median lower end of the columns around the axis. */
export function findHemRow(outline: Outline): number {
  const { bottomOf, middle, width } = outline;
  const from = Math.round(middle - 0.1 * width);
  const to = Math.round(middle + 0.1 * width);
  const rows: number[] = [];
  for (let x = from; x <= to; x++) {
    const row = bottomOf[x];
    if (row !== undefined && row >= 0) rows.push(row);
  }
  rows.sort((a, b) => a - b);
  return rows[rows.length >> 1] ?? outline.y + outline.height - 1;
}
