import type { Mask } from '@proteus/raster/types.ts';
import { DEEPEST_TOOTH, evenEdge } from '../body/even-edge.ts';
import { BEHIND } from './behind-cloth.ts';

/** The highest row, by column, where drawn lower clothes meet the bare trunk above them; `none` where they do not. */
function findEdge({ width, height, data }: Mask, none: number): Float64Array {
  const rows = new Float64Array(width).fill(none);
  for (let x = 0; x < width; x++) {
    for (let y = 1; y < height && rows[x] === none; y++) {
      const pixel = y * width + x;
      const isEdge = data[pixel] === BEHIND.lower && data[pixel - width] === BEHIND.trunk;
      if (isEdge) rows[x] = y;
    }
  }
  return rows;
}

/**
 * Evens the edge between a bare midriff and the lower clothes under it: old tops of nearly the same colour
 * leave teeth in it.
 *
 * @param kinds `BEHIND` by pixel; changed in place.
 */
export function evenWaistband(kinds: Mask): void {
  const { width, height, data } = kinds;
  const even = evenEdge(findEdge(kinds, height), height);
  for (let x = 0; x < width; x++) {
    const edge = even[x]!;
    const from = Math.max(0, Math.round(edge) - 2 * DEEPEST_TOOTH);
    for (let y = from; y < Math.min(height, edge + 2 * DEEPEST_TOOTH); y++) {
      const pixel = y * width + x;
      if (y >= edge && data[pixel] === BEHIND.trunk) data[pixel] = BEHIND.lower;
      else if (y < edge && data[pixel] === BEHIND.lower) data[pixel] = BEHIND.trunk;
    }
  }
}
