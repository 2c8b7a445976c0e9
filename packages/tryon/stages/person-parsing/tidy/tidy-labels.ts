import { connectedComponents } from '@proteus/raster/connected-components.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import { regionMask } from '../regions/region-mask.ts';
import { BACKGROUND, HAIR, LOWER, SHOES, SKIN, UPPER } from '../regions/region-priors.ts';
import { outlineOf, type Piece } from './piece-outline.ts';
import { relabelPiece } from './relabel-piece.ts';

/** A piece of skin with more of its outline than this along the upper garment is print or lace. */
const ENCLOSED = 0.8;
/** Pieces of the person smaller than this share of the picture, off the rest, are not the person. */
const SPECK = 0.001;
/** Boots end below the knee: way along the leg. */
const HIGHEST_BOOT = 1.15;

/** The jaw, in face radii below the face's middle. */
const JAW = -0.7;

/** One connected piece of a label. */
interface LabelPiece extends Piece {
  readonly own: number;
}

/** Whether skin at a pixel is an arm before the body or a bare shoulder in a cut-out sleeve. */
function onLimb(body: BodyCoordinates, i: number): boolean {
  const hand = Math.min(body.hands[0][i]!, body.hands[1][i]!);
  const forearm = Math.min(body.forearms[0][i]!, body.forearms[1][i]!);
  if (Math.min(hand, forearm) < 0.02) return true;
  const upperArm = Math.min(body.upperArms[0][i]!, body.upperArms[1][i]!);
  return upperArm < 0.06 && body.down[i]! < 0.3 && Math.abs(body.across[i]!) > 0.42;
}

/** Whether a piece touches where its label belongs: the head, or a limb. */
function isAnchored(piece: LabelPiece, body: BodyCoordinates): boolean {
  const { own, pieces, label } = piece;
  const isCloth = own === UPPER || own === LOWER || own === SHOES;
  const reach = (own === HAIR ? 2 : 1.2) ** 2;
  for (let y = piece.y; y < piece.y + piece.height; y++) {
    for (let x = piece.x; x < piece.x + piece.width; x++) {
      const i = y * body.width + x;
      if (pieces[i] !== label) continue;
      if (!isCloth && body.faceUp[i]! ** 2 + body.faceAcross[i]! ** 2 < reach) return true;
      if (own === SKIN && onLimb(body, i)) return true;
    }
  }
  return false;
}

/** Whether a piece lies on shins and feet alone, as boots and socks do under a skirt. */
function isFootwear({ pieces, label, ...box }: LabelPiece, body: BodyCoordinates): boolean {
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const i = y * body.width + x;
      if (pieces[i] === label && body.legAlong[i]! < HIGHEST_BOOT) return false;
    }
  }
  return true;
}

/** Whether all of a piece lies below the jaw: hair hangs there in locks, from the head. */
function isBelowJaw({ pieces, label, ...box }: LabelPiece, body: BodyCoordinates): boolean {
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const i = y * body.width + x;
      if (pieces[i] === label && body.faceUp[i]! > JAW) return false;
    }
  }
  return true;
}

/** What surrounds a piece most, besides its own label. */
function surrounding(counts: Float64Array, own: number): number {
  let best = own === UPPER ? LOWER : UPPER;
  for (let label = 0; label < counts.length; label++) {
    if (label !== own && counts[label]! > counts[best]!) best = label;
  }
  return best;
}

/** The label that a piece should have. */
function rightLabel(
  labels: Uint8Array,
  piece: LabelPiece,
  body: BodyCoordinates,
  speck: number,
): number {
  const { own, area } = piece;
  if (own === LOWER && isFootwear(piece, body)) return SHOES;
  if (own !== HAIR && own !== SKIN && area >= speck) return own;
  const counts = outlineOf(labels, piece, body);
  const enclosed = ENCLOSED * counts.reduce((sum, count) => sum + count, 0);
  // Shadow on a brow is no hair either, though near the head; hair itself ends at the backdrop.
  const onBrow = own === HAIR && counts[SKIN]! > enclosed && counts[BACKGROUND] === 0;
  const isCrumb = own === HAIR && area < speck && isBelowJaw(piece, body);
  const misplaced = own === HAIR || (own === SKIN && counts[UPPER]! > enclosed);
  const isWrong = onBrow || isCrumb || ((misplaced || area < speck) && !isAnchored(piece, body));
  return isWrong ? surrounding(counts, own) : own;
}

/**
 * Sets right what a body cannot be: hair off the head, bare skin within a garment, crumbs.
 *
 * @param labels region of each pixel; changed in place.
 */
export function tidyLabels(labels: Uint8Array, body: BodyCoordinates): void {
  const speck = SPECK * labels.length;
  for (const own of [HAIR, SKIN, LOWER, SHOES, UPPER, BACKGROUND]) {
    const mask = regionMask(labels, body, own);
    const { labels: pieces, components } = connectedComponents(mask, own === BACKGROUND ? 4 : 8);
    if (components.length < 2) continue;
    for (const component of components) {
      const piece = { ...component, own, pieces };
      const label = rightLabel(labels, piece, body, speck);
      if (label !== own) relabelPiece(labels, piece, body, label);
    }
  }
}
