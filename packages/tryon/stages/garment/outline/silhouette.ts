import { boxBlur } from '@proteus/raster/box-blur.ts';
import { closeMask } from '@proteus/raster/close.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { invertMask } from '@proteus/raster/invert-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { type BackgroundModel, exactLevel, noiseThreshold } from '../backdrop/background-model.ts';
import { type DistinctPixels, findDistinctPixels } from '../backdrop/distinct-pixels.ts';
import { outsideMask } from '../backdrop/outside-mask.ts';
import { CODED_REACH, distanceFromUntouched } from '../backdrop/untouched-backdrop.ts';
import { dropBumps } from '../matte/drop-bumps.ts';
import { dropScraps } from '../matte/drop-scraps.ts';
import { fillNotches } from '../matte/fill-notches.ts';
import { peelFringe } from '../matte/peel-fringe.ts';
import { peelShadow } from '../matte/peel-shadow.ts';
import { FAINT, settleOutline } from '../matte/settle-outline.ts';
import { snapEdges } from '../matte/snap-edges.ts';

/** Radius of the ball that may not slip through the gaps of a faint outline, in parts of the height. */
const BALL = 0.02;
/** A place that only the ball keeps out is cloth when it is this steady. */
const CLOTH = 0.75;
/** So is one where fewer pixels than this are exactly the backdrop's colour. */
const EXACT_SHARE = 0.35;
const EXACT_RADIUS = 6;
/** Radius of the smoothing of faint outlines in parts of the height, and the ΔE that is faint. */
const NOTCH = 0.008;
const FAINTEST = 12;
/** Share of the cloth that must be faint before compression is asked. */
const LEAST_FAINT = 0.02;
/** Half the width of bumps, in parts of the height. */
const BUMP = 0.004;
/** Side of the square, in halves of that width, that bumps fill less of than straps and laces. */
const BUMP_SIDE = 4;

/** The garment's hard outline. */
export interface Silhouette {
  readonly mask: Mask;
  /** Pixels that clearly differ from the backdrop. */
  readonly clear: Mask;
  /** The strongest difference within two JPEG blocks of each pixel. */
  readonly strongest: Float32Array;
  /** Share of the foreground that the largest piece holds, 0 to 1. */
  readonly unity: number;
}

/**
 * Separates the garment from a plain backdrop: everything that cannot be reached from the border
 * through pixels of the backdrop's colour. White on white has gaps in its outline; a ball that
 * does not fit through them finds what is behind, and what is not exactly the backdrop stays. Then
 * compression noise and drop shadows are peeled off, and what is left of a faint outline settles.
 *
 * @param checkpoint called between steps; may throw to stop the work.
 */
export function findSilhouette(model: BackgroundModel, checkpoint: () => void): Silhouette {
  const { width, height } = model.difference;
  const pixels = findDistinctPixels(model, noiseThreshold(model.noise));
  const strongest = pixels.strongest.data;
  const coded = isFaint(pixels) ? distanceFromUntouched(model) : null;
  const mask = enclose(pixels, model, coded);
  checkpoint();
  peelFringe(mask, pixels);
  peelShadow(mask, enclosedBy(pixels.mask), strongest, model);
  checkpoint();
  snapEdges(mask, pixels, model);
  const mended = smoothFaint(enclosedBy(mask), strongest);
  fillNotches(mended);
  checkpoint();
  settleOutline(mended, strongest, model, coded);
  const smooth = dropBumps(mended, BUMP * height, BUMP_SIDE);
  dropScraps(smooth, pixels, model);
  const { labels, components } = connectedComponents(smooth);
  let largest = { label: 0, area: 0 };
  let total = 0;
  for (const part of components) {
    total += part.area;
    if (part.area > largest.area) largest = part;
  }
  const data = new Uint8Array(width * height);
  if (largest.label > 0) {
    for (let i = 0; i < data.length; i++) data[i] = labels[i] === largest.label ? 255 : 0;
  }
  return {
    mask: { width, height, data },
    clear: pixels.clear,
    strongest,
    unity: total === 0 ? 0 : largest.area / total,
  };
}

function enclose(pixels: DistinctPixels, model: BackgroundModel, coded: Float32Array | null): Mask {
  const ball = Math.max(2, BALL * model.difference.height);
  // The ball is so large that half the size will do.
  const guarded = enclosedBy(closeMask(halve(pixels.mask), ball / 2));
  const barrier = withCloth(pixels.mask, guarded, pixels.steadiness, model);
  if (coded !== null) {
    const strongest = pixels.strongest.data;
    for (let i = 0; i < coded.length; i++) {
      if (coded[i]! > CODED_REACH ** 2 && strongest[i]! < FAINT) barrier.data[i] = 255;
    }
  }
  return enclosedBy(barrier);
}

/** Whether enough of the cloth is so faint that what was coded can tell more. */
function isFaint({ mask, strongest }: DistinctPixels): boolean {
  let cloth = 0;
  let faint = 0;
  for (let i = 0; i < mask.data.length; i++) {
    if (!mask.data[i]) continue;
    cloth++;
    if (strongest.data[i]! < FAINT) faint++;
  }
  return faint > LEAST_FAINT * cloth;
}

/** Half the size; a pixel is set where any of its four was. */
function halve(mask: Mask): Mask {
  const half = createMask((mask.width + 1) >> 1, (mask.height + 1) >> 1);
  for (let y = 0, i = 0; y < mask.height; y++) {
    const row = (y >> 1) * half.width;
    for (let x = 0; x < mask.width; x++, i++) if (mask.data[i]) half.data[row + (x >> 1)] = 255;
  }
  return half;
}

function enclosedBy(barrier: Mask): Mask {
  return invertMask(outsideMask(barrier));
}

/**
 * What may not be entered, and beside it what only the ball kept out and is cloth all the same.
 *
 * @param guarded what the ball kept out, at half the size.
 */
function withCloth(
  distinct: Mask,
  guarded: Mask,
  steadiness: Float32Array,
  model: BackgroundModel,
): Mask {
  const { width, height } = distinct;
  const exact = new Float32Array(width * height);
  const level = exactLevel(model);
  for (let i = 0; i < exact.length; i++) if (model.difference.data[i]! < level) exact[i] = 1;
  const share = boxBlur({ width, height, data: exact }, EXACT_RADIUS).data;
  const data = new Uint8Array(distinct.data);
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y >> 1) * guarded.width;
    for (let x = 0; x < width; x++, i++) {
      if (!guarded.data[row + (x >> 1)]) continue;
      if (steadiness[i]! > CLOTH || share[i]! < EXACT_SHARE) data[i] = 255;
    }
  }
  return closeMask({ width, height, data }, 2);
}

/** Evens out a faint outline, whose notches and bumps are noise; strong edges stay as they are. */
function smoothFaint(mask: Mask, strongest: Float32Array): Mask {
  const { width, height } = mask;
  const hard = new Float32Array(width * height);
  for (let i = 0; i < hard.length; i++) hard[i] = mask.data[i] ? 1 : 0;
  const radius = Math.max(1, Math.round(NOTCH * height));
  const soft = boxBlur({ width, height, data: hard }, radius).data;
  const data = new Uint8Array(mask.data);
  for (let i = 0; i < data.length; i++) {
    if (strongest[i]! < FAINTEST) data[i] = soft[i]! > 0.5 ? 255 : 0;
  }
  return { width, height, data };
}
