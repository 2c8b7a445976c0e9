import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { bareArmRadius } from '../../../stages/warp/body/arm-outline.ts';
import { mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { isHand } from '../skin/skin-known.ts';
import { isSeenArm, wasSleeved } from './behind-cloth.ts';

/** From where to where skin beside old cloth passes into what is drawn, in shoulder widths. */
type Passage = readonly [drawn: number, kept: number];
/** Cloth beside a bare arm has mixed into its edge and shades that, but no cuff ended there. */
const BESIDE: Passage = [0.014, 0.042];
/** Where cloth lay across the arm it left its shadow on it: the arm goes on under it, and passes over softly. */
const ACROSS: Passage = [0.025, 0.08];
/** Cloth whose edge is this near to the arm's middle line, in radii, lay across it; at the arm's own edge beside it. */
const INSIDE = [0.7, 0.95] as const;
/** Drawn any wider, fingers would swell. */
const ON_HAND: Passage = [0.004, 0.01];
/** Below a cuff lie its shadow and its print on the skin: the passage is long, so that no seam shows. */
const BELOW_CUFF: Passage = [0.03, 0.085];

function besideCloth(share: number): Passage {
  return [mix(ACROSS[0], BESIDE[0], share), mix(ACROSS[1], BESIDE[1], share)];
}

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
    const outline = limbs.outlines[limbs.side[pixel]! as 0 | 1];
    const radius = bareArmRadius(outline, limbs.along[pixel]!);
    // The top hangs towards the body's middle.
    const edge = limbs.inward[pixel]! + Math.sqrt(away) / radius;
    const beside = smoothStep(INSIDE[0], INSIDE[1], edge);
    const passage = isBelowCuff ? BELOW_CUFF : isHand(part) ? ON_HAND : besideCloth(beside);
    const drawn = 1 - smoothStep(passage[0], passage[1], Math.sqrt(away) / unit);
    const own = removed.data[pixel]!;
    if (isHand(part) && !isBelowCuff) removed.data[pixel] = Math.min(own, drawn);
    else removed.data[pixel] = isBelowCuff || beside < 1 ? Math.max(own, drawn) : drawn;
  }
}
