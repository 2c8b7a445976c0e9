import { boxBlur } from '@proteus/raster/box-blur.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { floodFromOutside } from '../backdrop/flood-from-outside.ts';
import { squaredDepth } from './squared-depth.ts';

/** A shadow is at most this part as far from the backdrop as the garment that casts it. */
const SHADOW_SHARE = 0.42;
/** Garments fainter than this cast no shadow that could be told from them. */
const LEAST_CONTRAST = 25;
/** Shadows are no wider than this part of the height. */
const WIDEST = 0.035;
/** A shadow grows darker towards the garment by at least this ΔE per pixel. */
const DEEPENING = 0.2;
/** In a cleft that the outline has closed, a shadow is still this much darker than the backdrop. */
const FADED = 3;
/** Width of the garment's own edge, in parts of the height. */
const EDGE_WIDTH = 0.003;
/** Part of the strongest difference that the garment reaches behind its edge ... */
const STRONG_SHARE = 0.6;
/**
 * ... or it steps off the shadow: it is this many times as far from the backdrop, and by this ΔE;
 * over soft edges, that are so wide in parts of the height, only where the shadow deepens by so much
 * per pixel, too.
 */
const STEP_RATIO = 2;
const STEP = 15;
const SOFT_EDGE = 0.006;
const SOFT_DEEPENING = 0.5;
/** A shadow ends at such edges along this share of its inner border nearby. */
const STRONG_ENDS = 0.6;
/** How far that is, in parts of the height. */
const NEARBY = 0.035;

/**
 * Peels a drop shadow off an outline: pixels of the backdrop's hue, darker than it, much fainter
 * than the garment close by, and darker the nearer the garment is.
 *
 * @param mask the outline; changed in place.
 * @param distinct what differs from the backdrop, with everything that it encloses: in a cleft (a
 *   crotch, an armpit) the outline may hold more, and a shadow is measured from where it fades.
 * @param strongest the strongest difference within two JPEG blocks of each pixel.
 */
export function peelShadow(
  mask: Mask,
  distinct: Mask,
  strongest: Float32Array,
  model: BackgroundModel,
): void {
  const { width, height } = mask;
  const depth = squaredDepth(mask);
  const clefts = squaredDepth(bothOf(mask, distinct));
  const loose = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < loose.length; i++, at += 3) {
    if (mask.data[i] === 0 || strongest[i]! < LEAST_CONTRAST) continue;
    const difference = model.difference.data[i]!;
    if (difference > SHADOW_SHARE * strongest[i]!) continue;
    const darker = model.lab.data[at]! - model.photo.data[at]!;
    const away = Math.sqrt(darker < FADED ? depth[i]! : clefts[i]!);
    if (away > WIDEST * height || difference < DEEPENING * (away - 3)) continue;
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

function bothOf(one: Mask, other: Mask): Mask {
  const { width, height } = one;
  const data = one.data.slice();
  for (let i = 0; i < data.length; i++) if (other.data[i] === 0) data[i] = 0;
  return { width, height, data };
}

/** Puts back what was peeled where, nearby, it did not end at the strong edge of a garment. */
function restoreCloth(
  mask: Mask,
  before: Uint8Array,
  strongest: Float32Array,
  model: BackgroundModel,
): void {
  const { width, height, data } = mask;
  const { data: difference } = model.difference;
  const ends = createPlane(width, height);
  const strongEnds = createPlane(width, height);
  const inside = Math.max(2, Math.round(EDGE_WIDTH * height));
  const soft = Math.max(2, Math.round(SOFT_EDGE * height));
  const margin = 2 * soft;
  const steps = [-1, 1, -width, width];
  const stepsUp = (from: number, to: number) => to - from > STEP && to > STEP_RATIO * from;
  const isStrong = (i: number, step: number): boolean => {
    const beyond = difference[i + inside * step]!;
    if (beyond > STRONG_SHARE * strongest[i]! || stepsUp(difference[i]!, beyond)) return true;
    const near = difference[i - soft * step]!;
    const deepens = near - difference[i - margin * step]! > SOFT_DEEPENING * soft;
    return deepens && stepsUp(near, difference[i + soft * step]!);
  };
  let any = false;
  for (let y = margin; y < height - margin; y++) {
    for (let x = margin; x < width - margin; x++) {
      const i = y * width + x;
      if (!before[i] || data[i]) continue;
      any = true;
      for (const step of steps) {
        if (!data[i + step]) continue;
        ends.data[i]! += 1;
        if (isStrong(i, step)) strongEnds.data[i]! += 1;
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
