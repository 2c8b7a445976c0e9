import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import type { HemPosition } from '../evidence/hem-position.ts';
import { LOWER, UPPER } from '../regions/region-priors.ts';

/** Wider than this, in body units, it is the trousers' own waist. */
const WIDEST = 0.2;
/** Lower than this part of its width it is the waist's own curve. */
const LOWEST_STANDING = 0.6;
/** Farther from the middle, in body units, arms flank the waist. */
const FRONT = 0.35;

/**
 * Gives back to the top what of its print has the trousers' colour and touches them: narrow pieces
 * that stand on the hem with nothing but the top beside and above them.
 *
 * @param labels region of each pixel; changed in place.
 * @param unit body unit in parse pixels.
 */
export function returnPrints(
  labels: Uint8Array,
  { width, height, down, across }: Pick<BodyCoordinates, 'width' | 'height' | 'down' | 'across'>,
  hem: HemPosition,
  unit: number,
): void {
  const above = createMask(width, height);
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === LOWER && down[i]! < hem.bareFrom) above.data[i] = 255;
  }
  const { labels: pieces, components } = connectedComponents(above);
  for (const piece of components) {
    if (piece.width > WIDEST * unit || piece.height < LOWEST_STANDING * piece.width) continue;
    if (!isOnTop(labels, pieces, across, width, piece)) continue;
    for (let i = piece.y * width; i < (piece.y + piece.height) * width; i++) {
      if (pieces[i] === piece.label) labels[i] = UPPER;
    }
  }
}

/** Whether a piece has the top beside and above it all along, on the torso's front. */
function isOnTop(
  labels: Uint8Array,
  pieces: Int32Array,
  across: Float32Array,
  width: number,
  { label, x, y, width: wide, height: high }: { label: number } & PieceBox,
): boolean {
  for (let row = y; row < y + high; row++) {
    for (let column = x; column < x + wide; column++) {
      const i = row * width + column;
      if (pieces[i] !== label) continue;
      if (Math.abs(across[i]!) > FRONT) return false;
      for (const j of [i - 1, i + 1, i - width]) {
        if (pieces[j] !== label && labels[j] !== UPPER) return false;
      }
    }
  }
  return true;
}

/** Where a piece lies, in pixels. */
interface PieceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
