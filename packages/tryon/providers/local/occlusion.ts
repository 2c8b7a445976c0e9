import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { isSleeved } from '../../stages/warp/arm-outline.ts';
import { belowShoulders } from '../../stages/warp/frame-coordinates.ts';
import { clamp, smoothStep } from '../../stages/warp/scalar.ts';
import { BEHIND } from './behind-cloth.ts';
import type { CleanPlate } from './clean-plate.ts';
import type { LimbCapsules } from './limb-capsules.ts';
import { isSkin, maskToPlane } from './part-mask.ts';

/** Skin within this many arm radii of the bone belongs to the arm. */
const ARM_WIDTH = 1.25;
/** Reach of a hand around its finger landmarks, in shoulder widths. */
const HAND_REACH = 0.18;
/** An arm's first part lies beside the torso; cloth at the armhole covers it. */
const ARMHOLE = 0.12;

const HANDS = [
  LANDMARK['left-pinky'],
  LANDMARK['right-pinky'],
  LANDMARK['left-index'],
  LANDMARK['right-index'],
  LANDMARK['left-thumb'],
  LANDMARK['right-thumb'],
];

function nearHand(hands: readonly Point[], x: number, y: number, reach: number): boolean {
  for (const hand of hands) {
    if (Math.hypot(x - hand.x, y - hand.y) < reach) return true;
  }
  return false;
}

/** Whether the forearm at a side of the picture lies before the trunk: its hand is seen there. */
function crossesTrunk(person: PersonAnalysis, trunk: Mask, side: 0 | 1): boolean {
  const wrist = person.pose.landmarks[LANDMARK[side === 0 ? 'right-wrist' : 'left-wrist']]!;
  const x = Math.round(wrist.x);
  const y = Math.round(wrist.y);
  if (x < 0 || y < 0 || x >= trunk.width || y >= trunk.height) return false;
  return wrist.visibility > 0.5 && trunk.data[y * trunk.width + x] !== 0;
}

/**
 * Where arms and hands lie in front of the garment's torso, 0 to 1. An arm's skin hides cloth only
 * beyond the new sleeve's cuff; a bare arm that the clean plate drew hides it beside the trunk, and
 * before the trunk only where its hand is seen there.
 *
 * @param reach share of each arm that the new sleeve covers.
 */
export function armsInFront(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  trunk: Mask,
  plate: CleanPlate,
  reach: { readonly left: number; readonly right: number },
): Plane {
  const { width, height } = person.picture;
  const { frame, parts, regions, pose } = person;
  const hands = HANDS.map((index) => pose.landmarks[index]!);
  const handReach = HAND_REACH * frame.shoulderWidth;
  const cuffs = [reach.left, reach.right] as const;
  const crossing = [crossesTrunk(person, trunk, 0), crossesTrunk(person, trunk, 1)] as const;
  const softTrunk = gaussianBlur(maskToPlane(trunk), frame.shoulderWidth * 0.012).data;
  const front = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const distance = limbs.distance[pixel]!;
      const skin = regions.skin.data[pixel]!;
      if (distance >= ARM_WIDTH && skin <= 0) continue;
      const down = belowShoulders(frame, x, y) / frame.torsoLength;
      const side = limbs.side[pixel]! as 0 | 1;
      const along = limbs.along[pixel]!;
      const cuff = Math.max(ARMHOLE, cuffs[side] - 0.02);
      const beyondCuff = smoothStep(cuff - 0.05, cuff + 0.02, along);
      let hidden = 0;
      if (distance < ARM_WIDTH) {
        if (beyondCuff <= 0) continue;
        const isForearm = along > limbs.elbows[side] - 0.08;
        const behindTrunk = isForearm && crossing[side] ? 0 : softTrunk[pixel]!;
        hidden = isForearm ? skin : skin * (1 - behindTrunk);
        const drawnHere = plate.kinds.data[pixel] === BEHIND.arm && down > 0.1;
        // Old cloth over a bare arm was the torso's, in front of it; the new one is too.
        if (drawnHere && isSleeved(limbs.outlines[side], along)) {
          const drawn = clamp((1 - distance) * 8, 0, 1) * (1 - behindTrunk);
          hidden = Math.max(hidden, drawn);
        }
        hidden *= beyondCuff;
      } else if (down > 0.5 && isSkin(parts.data[pixel]!) && nearHand(hands, x, y, handReach)) {
        hidden = skin;
      }
      front[pixel] = hidden;
    }
  }
  return { width, height, data: front };
}

/** Where a hand lies over whatever is painted, 0 to 1: it is in front of the other arm's sleeve too. */
export function handsInFront(person: PersonAnalysis): Plane {
  const { width, height } = person.picture;
  const { parts, regions } = person;
  const front = new Float32Array(width * height);
  for (let pixel = 0; pixel < front.length; pixel++) {
    const part = parts.data[pixel];
    if (part !== PART['left-hand'] && part !== PART['right-hand']) continue;
    front[pixel] = regions.skin.data[pixel]!;
  }
  return { width, height, data: front };
}
