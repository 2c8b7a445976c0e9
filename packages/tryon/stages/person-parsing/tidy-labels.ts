import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { BodyCoordinates } from './body-coordinates.ts';
import { BACKGROUND, HAIR, LOWER, SKIN, UPPER } from './region-priors.ts';

/** A piece of skin with more of its outline than this along the upper garment is print or lace. */
const ENCLOSED = 0.8;
/** Pieces of the person smaller than this share of the picture, off the rest, are not the person. */
const SPECK = 0.001;

/** Which labels lie along the outline of each component, `5 × components` counts. */
function outlines(labels: Uint8Array, pieces: Int32Array, pieceCount: number, width: number) {
  const counts = new Float64Array((pieceCount + 1) * 5);
  for (let i = 0; i < labels.length; i++) {
    const piece = pieces[i]!;
    if (piece === 0) continue;
    const x = i % width;
    if (x > 0 && pieces[i - 1] !== piece) counts[piece * 5 + labels[i - 1]!]!++;
    if (x + 1 < width && pieces[i + 1] !== piece) counts[piece * 5 + labels[i + 1]!]!++;
    if (i >= width && pieces[i - width] !== piece) counts[piece * 5 + labels[i - width]!]!++;
    if (i + width < labels.length && pieces[i + width] !== piece) {
      counts[piece * 5 + labels[i + width]!]!++;
    }
  }
  return counts;
}

/** What surrounds a piece most, besides its own label. */
function surrounding(counts: Float64Array, piece: number, own: number): number {
  let best = own === UPPER ? LOWER : UPPER;
  for (let label = 0; label < 5; label++) {
    if (label !== own && counts[piece * 5 + label]! > counts[piece * 5 + best]!) best = label;
  }
  return best;
}

/**
 * Sets right what a body cannot be: hair off the head, bare skin within a garment, crumbs.
 *
 * @param labels region of each pixel; changed in place.
 */
export function tidyLabels(labels: Uint8Array, body: BodyCoordinates): void {
  const { width, height } = body;
  const speck = SPECK * labels.length;
  for (const own of [HAIR, SKIN, LOWER, UPPER, BACKGROUND]) {
    const mask = createMask(width, height);
    for (let i = 0; i < labels.length; i++) mask.data[i] = labels[i] === own ? 255 : 0;
    const { labels: pieces, components } = connectedComponents(mask, own === BACKGROUND ? 4 : 8);
    if (components.length < 2) continue;
    const anchored = new Uint8Array(components.length + 1);
    for (let i = 0; i < labels.length; i++) {
      const piece = pieces[i]!;
      if (piece === 0 || anchored[piece] === 1) continue;
      const face = Math.sqrt(body.faceUp[i]! ** 2 + body.faceAcross[i]! ** 2);
      // An arm before the body, a bare shoulder in a cut-out sleeve are enclosed by cloth too.
      const upperArm = Math.min(body.upperArms[0][i]!, body.upperArms[1][i]!);
      const hand = Math.min(body.hands[0][i]!, body.hands[1][i]!);
      const forearm = Math.min(body.forearms[0][i]!, body.forearms[1][i]!);
      const limb =
        own === SKIN &&
        (Math.min(hand, forearm) < 0.02 ||
          (upperArm < 0.06 && body.down[i]! < 0.3 && Math.abs(body.across[i]!) > 0.42));
      if (limb || (own === HAIR ? face < 2 : face < 1.2)) anchored[piece] = 1;
    }
    const counts = outlines(labels, pieces, components.length, width);
    const target = new Uint8Array(components.length + 1);
    for (const { label, area } of components) {
      let outline = 0;
      for (let k = 0; k < 5; k++) outline += counts[label * 5 + k]!;
      const enclosed = counts[label * 5 + UPPER]! > ENCLOSED * outline;
      const misplaced = own === HAIR || (own === SKIN && enclosed);
      // Shadow on a brow is no hair either, though near the head.
      const onBrow = own === HAIR && counts[label * 5 + SKIN]! > ENCLOSED * outline;
      target[label] =
        onBrow || (anchored[label] === 0 && (misplaced || area < speck))
          ? surrounding(counts, label, own)
          : own;
    }
    for (let i = 0; i < labels.length; i++) {
      if (pieces[i]! > 0) labels[i] = target[pieces[i]!]!;
    }
  }
}
