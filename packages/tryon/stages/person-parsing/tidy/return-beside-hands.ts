import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { plainBackdrop } from '../evidence/plain-backdrop.ts';
import { BACKGROUND, LOWER, SKIN } from '../regions/region-priors.ts';
import { outlineOf, type Piece } from './piece-outline.ts';
import { relabelPiece } from './relabel-piece.ts';

/** Less like skin than this, a pixel shows none, whatever the light. */
const UNLIKE = 0.25;
/** So near to a hand's bones, in body units, arm or hand may have taken in what is beside them. */
const REACH = 0.35;
/** A piece with this share of its outline along the lower clothes may be theirs ... */
const BESIDE_LOWER = 0.12;
/** ... if its colour is theirs up to these steps, of lightness and of a* and b*: it lies in the hand's shade. */
const SHADE = 30;
const TINT = 7;
/** A pixel of such a piece may be so much further off, or it is another thing that touches it. */
const PIXEL_EASE = 1.4;
/** A gap that shows the backdrop has more than so many parse pixels; fewer are a ring's or a nail's gleam. */
const LEAST_GAP = 30;

/** Mean colour of a piece, and of the lower clothes along its outline. */
function coloursOf(
  labels: Uint8Array,
  { lab, width }: Pick<Evidence, 'lab' | 'width'>,
  piece: Piece,
): readonly [own: Float64Array, lower: Float64Array] {
  const own = new Float64Array(4);
  const lower = new Float64Array(4);
  const add = (sums: Float64Array, i: number) => {
    for (let k = 0; k < 3; k++) sums[k]! += lab.data[i * 3 + k]!;
    sums[3]!++;
  };
  for (let y = piece.y; y < piece.y + piece.height; y++) {
    for (let i = y * width + piece.x; i < y * width + piece.x + piece.width; i++) {
      if (piece.pieces[i] !== piece.label) continue;
      add(own, i);
      for (const j of [i - 1, i + 1, i - width, i + width]) if (labels[j] === LOWER) add(lower, j);
    }
  }
  const mean = (sums: Float64Array) => sums.map((sum) => sum / sums[3]!);
  return [mean(own), mean(lower)];
}

/** Pieces of skin that look unlike it, and like the backdrop or not. */
function unlikeSkin(
  labels: Uint8Array,
  { broadSkin, backdropDensity }: Pick<Evidence, 'broadSkin' | 'backdropDensity'>,
  { width, height, hands }: Pick<BodyCoordinates, 'width' | 'height' | 'hands'>,
  isLikeBackdrop: (density: number) => boolean,
): readonly Piece[] {
  const mask = createMask(width, height);
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== SKIN || broadSkin[i]! >= UNLIKE) continue;
    if (Math.min(hands[0][i]!, hands[1][i]!) > REACH) continue;
    if (isLikeBackdrop(backdropDensity[i]!)) mask.data[i] = 255;
  }
  const { labels: pieces, components } = connectedComponents(mask);
  return components.map((component) => ({ ...component, pieces }));
}

/**
 * Gives back to the lower clothes and to a plain backdrop what of them was taken for a hand beside
 * them: pieces that are no colour of skin and of theirs.
 *
 * @param labels region of each pixel; changed in place.
 */
export function returnBesideHands(
  labels: Uint8Array,
  evidence: Pick<Evidence, 'broadSkin' | 'backdropDensity' | 'lab' | 'width' | 'height'>,
  body: Pick<BodyCoordinates, 'width' | 'height' | 'hands'>,
): void {
  const alike = plainBackdrop(evidence);
  for (const piece of unlikeSkin(labels, evidence, body, (density) => density > alike)) {
    if (piece.area > LEAST_GAP) relabelPiece(labels, piece, evidence, BACKGROUND);
  }
  for (const piece of unlikeSkin(labels, evidence, body, (density) => density <= alike)) {
    const counts = outlineOf(labels, piece, evidence);
    const length = counts.reduce((sum, count) => sum + count, 0);
    if (counts[LOWER]! < Math.max(1, BESIDE_LOWER * length)) continue;
    const [own, lower] = coloursOf(labels, evidence, piece);
    const isTheirs = ([l, a, b]: readonly [number, number, number], ease = 1) =>
      Math.hypot(a - lower[1]!, b - lower[2]!) < TINT * ease && Math.abs(l - lower[0]!) < SHADE;
    if (!isTheirs([own[0]!, own[1]!, own[2]!])) continue;
    const { data } = evidence.lab;
    relabelPiece(labels, piece, evidence, LOWER, (i) =>
      isTheirs([data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!], PIXEL_EASE),
    );
  }
}
