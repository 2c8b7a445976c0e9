import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { bareArmRadius, isSleeved } from '../../../stages/warp/body/arm-outline.ts';
import { armAt, PICTURE_SIDES } from '../../../stages/warp/body/body-side.ts';
import { mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { isHand } from '../skin/skin-known.ts';
import { isSeenArm, wasSleeved } from './behind-cloth.ts';
import { drawnBy, type Passage } from './passage.ts';

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

/** A cuff that ended on the hand is met there this far from the wrist, in shoulder widths; beyond are fingers. */
const HEEL = [0.12, 0.24] as const;
/** Such a sleeve covered the arm this far down. */
const TO_WRIST = 0.9;

/** How far a hand's pixels lie below a cuff, 0 to 1. */
function createHeel(
  { pose, frame, parts }: PersonAnalysis,
  limbs: LimbCapsules,
): (pixel: number) => number {
  const wrists = PICTURE_SIDES.map((side) => armAt(pose, side).wrist);
  return (pixel) => {
    const side = limbs.side[pixel]! as 0 | 1;
    if (!isSleeved(limbs.outlines[side], TO_WRIST)) return 0;
    const x = pixel % parts.width;
    const y = (pixel - x) / parts.width;
    const away = Math.hypot(x - wrists[side]!.x, y - wrists[side]!.y) / frame.shoulderWidth;
    return 1 - smoothStep(HEEL[0], HEEL[1], away);
  };
}

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
  person: PersonAnalysis,
  limbs: LimbCapsules,
  toCloth: Float32Array,
): void {
  const { parts, frame } = person;
  const unit = frame.shoulderWidth;
  const furthest = (BELOW_CUFF[1] * unit) ** 2;
  const heel = createHeel(person, limbs);
  for (let pixel = 0; pixel < removed.data.length; pixel++) {
    if (toCloth[pixel] === 0 || toCloth[pixel]! > furthest) continue;
    const part = parts.data[pixel]!;
    if (!isSeenArm(part, limbs, pixel)) continue;
    const own = removed.data[pixel]!;
    const away = Math.sqrt(toCloth[pixel]!);
    const belowCuff = Math.max(own, drawnBy(BELOW_CUFF, away / unit));
    if (isHand(part)) {
      const beside = Math.min(own, drawnBy(ON_HAND, away / unit));
      removed.data[pixel] = mix(beside, belowCuff, heel(pixel));
    } else if (wasSleeved(limbs, pixel)) {
      removed.data[pixel] = belowCuff;
    } else {
      const outline = limbs.outlines[limbs.side[pixel]! as 0 | 1];
      // The top hangs towards the body's middle.
      const edge = limbs.inward[pixel]! + away / bareArmRadius(outline, limbs.along[pixel]!);
      const beside = smoothStep(INSIDE[0], INSIDE[1], edge);
      removed.data[pixel] = drawnBy(besideCloth(beside), away / unit);
    }
  }
}
