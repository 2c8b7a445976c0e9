import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { isHand } from '../skin/skin-known.ts';
import { isSeenArm, wasSleeved } from './behind-cloth.ts';

/** From where to where skin beside old cloth passes into what is drawn, in shoulder widths. */
type Passage = readonly [drawn: number, kept: number];
/** Cloth beside a bare arm has mixed into its edge only; no cuff ended there and left its shadow. */
const BESIDE: Passage = [0.012, 0.026];
/** Drawn any wider, fingers would swell. */
const ON_HAND: Passage = [0.004, 0.01];
/** Below a cuff lie its shadow and its print on the skin: the passage is long, so that no seam shows. */
const BELOW_CUFF: Passage = [0.03, 0.085];

/**
 * How far an arm's own skin beside old cloth is drawn anew. Changes `removed` in place.
 *
 * @param removed 0 to 1: how far the old cloth is taken away.
 * @param toCloth squared distance of each pixel from the old cloth, in pixels.
 */
export function passIntoArms(
  removed: Plane,
  { parts, frame }: PersonAnalysis,
  limbs: LimbCapsules,
  toCloth: Float32Array,
): void {
  const unit = frame.shoulderWidth;
  const furthest = (BELOW_CUFF[1] * unit) ** 2;
  for (let pixel = 0; pixel < removed.data.length; pixel++) {
    const away = toCloth[pixel]!;
    if (away === 0 || away > furthest) continue;
    const part = parts.data[pixel]!;
    if (!isSeenArm(part, limbs, pixel)) continue;
    const isBelowCuff = wasSleeved(limbs, pixel);
    const passage = isBelowCuff ? BELOW_CUFF : isHand(part) ? ON_HAND : BESIDE;
    const drawn = 1 - smoothStep(passage[0], passage[1], Math.sqrt(away) / unit);
    const own = removed.data[pixel]!;
    removed.data[pixel] = isBelowCuff ? Math.max(own, drawn) : Math.min(own, drawn);
  }
}
