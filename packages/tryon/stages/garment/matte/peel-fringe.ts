import { closeMask } from '@proteus/raster/close.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { DistinctPixels } from '../backdrop/distinct-pixels.ts';
import { floodFromOutside } from '../backdrop/flood-from-outside.ts';
import { squaredDepth } from './squared-depth.ts';

/** How deep disturbed backdrop reaches into an outline that was drawn too wide, in JPEG blocks. */
const DEPTH = 16;
/** ΔE of the local mean below which a faint pixel is backdrop after all. */
const FAINTEST = 0.7;
/** The same beside a strong edge, in parts of its strength. */
const FAINTEST_SHARE = 0.014;
/** Chroma is coded coarsely and smears; lightness tells cloth from disturbed backdrop. */
const CHROMA_WEIGHT = 0.4;
/** Edges stronger than this ring so far that no depth limit holds, as between arm and torso. */
const STRONG = 15;
/** Faint cloth behind a seam or a fold is no fringe: gaps in what is left, in parts of the height. */
const SLIT = 0.008;
/** Garments whose edges are fainter than this (ΔE) have such slits. */
const FAINT = 12;

/**
 * Peels compression noise off an outline: from outside inwards through pixels that are not
 * clearly cloth and whose local mean is the backdrop's.
 *
 * @param mask the outline; changed in place.
 */
export function peelFringe(mask: Mask, pixels: DistinctPixels): void {
  const { lightness, green, blue } = pixels.means;
  const strongest = pixels.strongest.data;
  const depth = squaredDepth(mask);
  const loose = new Uint8Array(depth.length);
  for (let i = 0; i < loose.length; i++) {
    if (!mask.data[i] || pixels.clear.data[i]) continue;
    const level = Math.max(FAINTEST, FAINTEST_SHARE * strongest[i]!);
    const chroma = CHROMA_WEIGHT ** 2 * (green[i]! ** 2 + blue[i]! ** 2);
    const near = depth[i]! <= DEPTH * DEPTH || strongest[i]! > STRONG;
    if (near && lightness[i]! ** 2 + chroma < level * level) loose[i] = 1;
  }
  const before = new Uint8Array(mask.data);
  floodFromOutside(mask, loose);
  const closed = closeMask(mask, Math.max(1, SLIT * mask.height)).data;
  for (let i = 0; i < before.length; i++) {
    if (before[i] && closed[i] && strongest[i]! < FAINT) mask.data[i] = 255;
  }
}
