import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { smoothStep } from '../../stages/warp/scalar.ts';
import { wasSleeved } from './behind-cloth.ts';
import type { LimbCapsules } from './limb-capsules.ts';
import { isBareArm, isHand } from './skin-known.ts';

/** How far cloth beside a bare arm has mixed into its skin, in shoulder widths: all of it, then none. */
const MIXED = 0.012;
const PURE = 0.026;

/**
 * Keeps a bare arm's own skin beside old cloth: no cuff ended there and left its shadow, so that
 * only the edge itself has mixed. Changes `removed` in place.
 *
 * @param removed 0 to 1: how far the old cloth is taken away.
 * @param toCloth squared distance of each pixel from the old cloth, in pixels.
 */
export function keepBareArms(
  removed: Plane,
  { parts, frame }: PersonAnalysis,
  limbs: LimbCapsules,
  toCloth: Float32Array,
): void {
  for (let pixel = 0; pixel < removed.data.length; pixel++) {
    const part = parts.data[pixel]!;
    if (removed.data[pixel]! <= 0 || !(isBareArm(part) || isHand(part))) continue;
    if (wasSleeved(limbs, pixel)) continue;
    const away = Math.sqrt(toCloth[pixel]!) / frame.shoulderWidth;
    removed.data[pixel] = Math.min(removed.data[pixel]!, 1 - smoothStep(MIXED, PURE, away));
  }
}
