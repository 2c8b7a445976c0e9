import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { Plane, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { belowShoulders } from '../../stages/warp/frame-coordinates.ts';
import { clamp } from '../../stages/warp/scalar.ts';
import { BEHIND } from './behind-cloth.ts';
import type { CleanPlate } from './clean-plate.ts';
import { isSkin } from './clean-plate.ts';
import type { LimbCapsules } from './limb-capsules.ts';

/** Skin within this many arm radii of the bone belongs to the arm. */
const ARM_WIDTH = 1.25;
/** Reach of a hand around its finger landmarks, in shoulder widths. */
const HAND_REACH = 0.18;

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

/**
 * Where arms and hands lie in front of the garment's torso, 0 to 1. An arm's skin hides cloth only
 * beyond the new sleeve's cuff; a bare arm that the clean plate drew hides it likewise.
 *
 * @param reach share of each arm that the new sleeve covers.
 */
export function armsInFront(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  plate: CleanPlate,
  reach: { readonly left: number; readonly right: number },
): Plane {
  const { width, height } = person.picture;
  const { frame, parts, regions, pose } = person;
  const hands = HANDS.map((index) => pose.landmarks[index]!);
  const handReach = HAND_REACH * frame.shoulderWidth;
  const cuffs = [reach.left, reach.right] as const;
  const front = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const distance = limbs.distance[pixel]!;
      const skin = regions.skin.data[pixel]!;
      if (distance >= ARM_WIDTH && skin <= 0) continue;
      const down = belowShoulders(frame, x, y) / frame.torsoLength;
      const cuff = cuffs[limbs.side[pixel]! as 0 | 1];
      const along = limbs.along[pixel]!;
      let hidden = 0;
      if (distance < ARM_WIDTH) {
        if (down > 0.1 && along > cuff - 0.04) hidden = skin;
        const drawn = plate.kinds.data[pixel] === BEHIND.arm && down > 0.15 && distance < 0.95;
        if (drawn && along > Math.max(0.2, cuff - 0.04)) {
          hidden = Math.max(hidden, clamp((0.95 - distance) * 6, 0, 1));
        }
      } else if (down > 0.5 && isSkin(parts.data[pixel]!) && nearHand(hands, x, y, handReach)) {
        hidden = skin;
      }
      front[pixel] = hidden;
    }
  }
  return { width, height, data: front };
}
