import type { Component } from '@proteus/raster/connected-components.ts';
import type { Size } from '@proteus/raster/types.ts';
import { REGIONS } from '../../../person-analysis.ts';

/** One connected piece of a label. */
export interface Piece extends Component {
  /** Number of the piece that each pixel belongs to. */
  readonly pieces: Int32Array;
}

/** How often each label lies along the outline of a piece. */
export function outlineOf(labels: Uint8Array, piece: Piece, { width, height }: Size): Float64Array {
  const { pieces, label } = piece;
  const counts = new Float64Array(REGIONS.length);
  for (let y = piece.y; y < piece.y + piece.height; y++) {
    for (let x = piece.x; x < piece.x + piece.width; x++) {
      const i = y * width + x;
      if (pieces[i] !== label) continue;
      if (x > 0 && pieces[i - 1] !== label) counts[labels[i - 1]!]!++;
      if (x + 1 < width && pieces[i + 1] !== label) counts[labels[i + 1]!]!++;
      if (y > 0 && pieces[i - width] !== label) counts[labels[i - width]!]!++;
      if (y + 1 < height && pieces[i + width] !== label) counts[labels[i + width]!]!++;
    }
  }
  return counts;
}
