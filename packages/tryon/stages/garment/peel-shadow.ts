import { boxBlur } from '@proteus/raster/box-blur.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from './background-model.ts';
import { floodFromOutside } from './flood-from-outside.ts';
import { squaredDepth } from './squared-depth.ts';

/** A shadow is at most this part as far from the backdrop as the garment that casts it. */
const SHADOW_SHARE = 0.42;
/** Garments fainter than this cast no shadow that could be told from them. */
const LEAST_CONTRAST = 25;
/** Shadows are no wider than this part of the height. */
const WIDEST = 0.035;
/** A shadow grows darker towards the garment by at least this ΔE per pixel. */
const DEEPENING = 0.2;
/** Width of the garment's own edge, in parts of the height. */
const EDGE_WIDTH = 0.003;
/** Part of the strongest difference that the garment reaches behind its edge. */
const STRONG_SHARE = 0.6;
/** A shadow ends at such edges along this share of its inner border nearby. */
const STRONG_ENDS = 0.6;
/** How far that is, in parts of the height. */
const NEARBY = 0.035;

/**
 * Peels a drop shadow off an outline: pixels of the backdrop's hue, darker than it, much fainter
 * than the garment close by, and darker the nearer the garment is.
 *
 * @param mask the outline; changed in place.
 * @param strongest the strongest difference within two JPEG blocks of each pixel.
 */
export function peelShadow(mask: Mask, strongest: Float32Array, model: BackgroundModel): void {
  const { width, height } = mask;
  const squared = squaredDepth(mask);
  const widest = (WIDEST * height) ** 2;
  const loose = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < loose.length; i++, at += 3) {
    const depth = squared[i]!;
    if (depth === 0 || depth > widest || strongest[i]! < LEAST_CONTRAST) continue;
    const difference = model.difference.data[i]!;
    if (difference > SHADOW_SHARE * strongest[i]!) continue;
    if (difference < DEEPENING * (Math.sqrt(depth) - 3)) continue;
    const darker = model.lab.data[at]! - model.photo.data[at]!;
    const hue = Math.hypot(
      model.photo.data[at + 1]! - model.lab.data[at + 1]!,
      model.photo.data[at + 2]! - model.lab.data[at + 2]!,
    );
    if (darker > -1 && hue < 0.25 * darker + 2) loose[i] = 1;
  }
  const before = new Uint8Array(mask.data);
  floodFromOutside(mask, loose);
  restoreCloth(mask, before, strongest, model);
}

/** Puts back what was peeled where, nearby, it did not end at the strong edge of a garment. */
function restoreCloth(
  mask: Mask,
  before: Uint8Array,
  strongest: Float32Array,
  model: BackgroundModel,
): void {
  const { width, height, data } = mask;
  const ends = createPlane(width, height);
  const strongEnds = createPlane(width, height);
  const inside = Math.max(2, Math.round(EDGE_WIDTH * height));
  const steps = [-1, 1, -width, width];
  let any = false;
  for (let y = inside; y < height - inside; y++) {
    for (let x = inside; x < width - inside; x++) {
      const i = y * width + x;
      if (!before[i] || data[i]) continue;
      any = true;
      for (const step of steps) {
        if (!data[i + step]) continue;
        ends.data[i]! += 1;
        const beyond = model.difference.data[i + inside * step]!;
        if (beyond > STRONG_SHARE * strongest[i]!) strongEnds.data[i]! += 1;
      }
    }
  }
  if (!any) return;
  const reach = Math.round(NEARBY * height);
  const all = boxBlur(ends, reach).data;
  const strong = boxBlur(strongEnds, reach).data;
  for (let i = 0; i < data.length; i++) {
    if (before[i] && !data[i] && strong[i]! <= STRONG_ENDS * all[i]!) data[i] = 255;
  }
}
