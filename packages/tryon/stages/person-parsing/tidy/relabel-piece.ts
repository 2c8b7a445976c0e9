import type { Size } from '@proteus/raster/types.ts';
import type { Piece } from './piece-outline.ts';

/**
 * Gives a piece to another region.
 *
 * @param labels region of each pixel; changed in place.
 * @param isWanted which of its pixels; all of them if left out.
 */
export function relabelPiece(
  labels: Uint8Array,
  piece: Piece,
  { width }: Pick<Size, 'width'>,
  region: number,
  isWanted: (i: number) => boolean = () => true,
): void {
  for (let y = piece.y; y < piece.y + piece.height; y++) {
    for (let i = y * width + piece.x; i < y * width + piece.x + piece.width; i++) {
      if (piece.pieces[i] === piece.label && isWanted(i)) labels[i] = region;
    }
  }
}
