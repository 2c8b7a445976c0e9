import { boxBlur } from '@proteus/raster/box-blur.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import type { LabImage, Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from './background-model.ts';
import { floodFromOutside } from './flood-from-outside.ts';

/** How deep disturbed backdrop reaches into an outline that was drawn too wide, in JPEG blocks. */
const DEPTH = 16;
const AVERAGING_RADIUS = 3;
/** ΔE of the local mean below which a faint pixel is backdrop after all. */
const FAINTEST = 0.7;
/** The same beside a strong edge, in parts of its strength. */
const FAINTEST_SHARE = 0.014;
/** Chroma is coded coarsely and smears; lightness tells cloth from disturbed backdrop. */
const CHROMA_WEIGHT = 0.4;
/** Edges stronger than this ring so far that no depth limit holds, as between arm and torso. */
const STRONG = 15;

/**
 * Peels compression noise off an outline: from outside inwards through pixels that are not
 * `distinct` and whose local mean is the backdrop's.
 *
 * @param mask the outline; changed in place.
 * @param distinct what clearly differs from the backdrop.
 * @param strongest the strongest difference within two JPEG blocks of each pixel.
 */
export function peelFringe(
  mask: Mask,
  distinct: Mask,
  strongest: Float32Array,
  lab: LabImage,
  model: BackgroundModel,
): void {
  const { width, height } = mask;
  const outside = new Uint8Array(width * height);
  for (let i = 0; i < outside.length; i++) outside[i] = mask.data[i] ? 0 : 255;
  const depth = distanceTransform({ width, height, data: outside });
  const loose = new Uint8Array(width * height);
  const weight = new Float32Array(width * height);
  for (let i = 0; i < loose.length; i++) if (!distinct.data[i]) weight[i] = 1;
  const mean = squaredMean(lab, model, weight);
  for (let i = 0; i < loose.length; i++) {
    if (!mask.data[i] || distinct.data[i]) continue;
    const level = Math.max(FAINTEST, FAINTEST_SHARE * strongest[i]!);
    const near = depth[i]! <= DEPTH * DEPTH || strongest[i]! > STRONG;
    if (near && mean[i]! < level * level) loose[i] = 1;
  }
  floodFromOutside(mask, loose);
}

/** Squared length of the weighted local mean difference from the backdrop. */
function squaredMean(lab: LabImage, model: BackgroundModel, weight: Float32Array): Float32Array {
  const { width, height } = lab;
  const total = boxBlur({ width, height, data: weight }, AVERAGING_RADIUS).data;
  const squared = new Float32Array(width * height);
  const signed = new Float32Array(width * height);
  for (let channel = 0; channel < 3; channel++) {
    const share = channel === 0 ? 1 : CHROMA_WEIGHT;
    for (let i = 0, at = channel; i < signed.length; i++, at += 3) {
      signed[i] = share * weight[i]! * (lab.data[at]! - model.lab.data[at]!);
    }
    const mean = boxBlur({ width, height, data: signed }, AVERAGING_RADIUS).data;
    for (let i = 0; i < mean.length; i++) squared[i] = squared[i]! + mean[i]! * mean[i]!;
  }
  for (let i = 0; i < squared.length; i++) {
    squared[i] = squared[i]! / (total[i]! * total[i]! + 1e-9);
  }
  return squared;
}
