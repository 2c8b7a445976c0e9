import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { blurMask } from '@proteus/raster/blur-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis, TorsoFrame } from '../../../person-analysis.ts';
import { PICTURE_SIDES } from '../../../stages/warp/body/body-side.ts';
import { acrossFrame, belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp, smoothStep } from '../../../stages/warp/scalar.ts';
import { isHiddenArm } from '../body/hidden-arm.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { isSkin } from '../part-mask.ts';
import { BEHIND, wasSleeved } from '../plate/behind-cloth.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { isBareTrunk, isHand } from '../skin/skin-known.ts';
import {
  ARM_EDGE,
  AT_ELBOW,
  armBeforeTrunk,
  crossesTrunk,
  heldBehind,
} from './arm-before-trunk.ts';
import { ARMHOLE, bareReach, NO_ARM } from './bare-reach.ts';
import { smoothArms } from './smooth-arms.ts';

/** Skin within this many arm radii of the bone belongs to the arm. */
const ARM_WIDTH = 1.25;
/** Softness of the trunk's outline in pixels. */
const TRUNK_EDGE = 1.5;
/** The course of an arm's edge against cloth, drawn or as the parse has it, is evened over so many pixels ... */
const EVENED = 1.2;
/** ... and then drawn so many times as steep: it is as sharp as the photo's own edges. */
const SHARPEN = 3;
/** Reach of a hand around its finger landmarks, in shoulder widths. */
const HAND_REACH = 0.18;
/** The first part of an arm, and what counts as around it in radii. */
const SHOULDER_PART = 0.3;
const ABOVE_ARM = 1.6;
/** Where shoulders end out and down, in shoulder widths; below, the armhole runs out by so much down. */
const SHOULDER_END = 0.455;
const SHOULDER_TOP = 0.02;
const RUNS_OUT = 0.9;
/** A strap's edge there is so soft, pixels. */
const STRAP_EDGE = 1.5;

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

/** How far a pixel on top of a bare arm lies beyond the shoulder's end, 0 to 1: no strap goes on there. */
function beyondShoulder(
  frame: TorsoFrame,
  limbs: LimbCapsules,
  pixel: number,
  x: number,
  y: number,
): number {
  if (limbs.along[pixel]! > SHOULDER_PART || limbs.distance[pixel]! > ABOVE_ARM) return 0;
  const below = belowShoulders(frame, x, y) / frame.shoulderWidth;
  const end = SHOULDER_END + RUNS_OUT * Math.max(0, below - SHOULDER_TOP);
  const beyond = Math.abs(acrossFrame(frame, x, y)) - end;
  return clamp((beyond * frame.shoulderWidth) / STRAP_EDGE + 0.5, 0, 1);
}

/** How much of the photo's skin at a pixel is an arm's: none where old cloth was taken away from before something else. */
function seenArmSkin(part: number, skin: number, kind: number, removed: number): number {
  if (isBareTrunk(part)) return 0;
  return kind === BEHIND.arm || kind === BEHIND.untouched ? skin : skin * (1 - removed);
}

/**
 * Where arms and hands lie in front of the garment's torso, 0 to 1. An arm's skin hides cloth only
 * beyond the new sleeve's cuff; a bare arm that the clean plate drew hides it beside the trunk, and
 * before the trunk only where its hand is seen there.
 *
 * @param reach share of each arm that the new sleeve covers.
 * @param reachesHands whether the garment goes down to where hands hang, as dresses do.
 */
export function armsInFront(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  trunk: Mask,
  plate: CleanPlate,
  reach: { readonly left: number; readonly right: number },
  reachesHands = false,
): Plane {
  const { width, height } = person.picture;
  const { frame, parts, regions, pose } = person;
  const hands = HANDS.map((index) => pose.landmarks[index]!);
  const handReach = HAND_REACH * frame.shoulderWidth;
  const cuffs = [reach.left, reach.right] as const;
  const bareOf = (side: 0 | 1) =>
    isHiddenArm(pose, PICTURE_SIDES[side]!) ? NO_ARM : bareReach(person, limbs, side);
  const bare = [bareOf(0), bareOf(1)] as const;
  const crossing = [crossesTrunk(person, trunk, 0), crossesTrunk(person, trunk, 1)] as const;
  const behind = [heldBehind(person, 0), heldBehind(person, 1)] as const;
  const before = [
    armBeforeTrunk(person, limbs, 0, crossing[0], reachesHands),
    armBeforeTrunk(person, limbs, 1, crossing[1], reachesHands),
  ] as const;
  const softTrunk = blurMask(trunk, TRUNK_EDGE).data;
  const front = new Float32Array(width * height);
  const arms = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const distance = limbs.distance[pixel]!;
      const skin = regions.skin.data[pixel]!;
      const side = limbs.side[pixel]! as 0 | 1;
      // Without a sleeve the cloth ends at the armhole, which is the trunk's own outline.
      const isSleeveless = cuffs[side] === 0;
      if (distance >= ARM_WIDTH && skin <= 0) {
        front[pixel] = isSleeveless ? beyondShoulder(frame, limbs, pixel, x, y) : 0;
        continue;
      }
      const down = belowShoulders(frame, x, y) / frame.torsoLength;
      const along = limbs.along[pixel]!;
      const cuff = Math.max(ARMHOLE, cuffs[side] - 0.02);
      // A hand comes out of the cuff, wherever that ends.
      const ofHand = isHand(parts.data[pixel]!);
      const isOut = isSleeveless || ofHand;
      const beyondCuff = isOut ? 1 : smoothStep(cuff - 0.05, cuff + 0.02, along);
      let hidden = 0;
      if (distance < ARM_WIDTH) {
        if (beyondCuff <= 0) continue;
        const isForearm = along > limbs.elbows[side] - AT_ELBOW;
        // A hand that is seen lies before the body, even one whose arm goes back to a pocket.
        const isBefore = ofHand || (isForearm && (crossing[side] || !behind[side]));
        const armSkin = seenArmSkin(
          parts.data[pixel]!,
          skin,
          plate.kinds.data[pixel]!,
          plate.removed.data[pixel]!,
        );
        hidden = isBefore ? armSkin : armSkin * (1 - softTrunk[pixel]!);
        const drawnHere = plate.kinds.data[pixel] === BEHIND.arm && (isSleeveless || down > 0.1);
        // Old cloth over a bare arm was the torso's, in front of it; the new one is too.
        const beyondBare = limbs.inward[pixel]! > bare[side];
        if (drawnHere && !beyondBare && wasSleeved(limbs, pixel)) {
          const inSight = 1 - softTrunk[pixel]! * (1 - before[side](pixel));
          arms.data[pixel] = clamp((1 - distance) * ARM_EDGE, 0, 1) * inSight * beyondCuff;
        }
        hidden *= beyondCuff;
        if (!ofHand && hidden > arms.data[pixel]!) {
          arms.data[pixel] = hidden;
          hidden = 0;
        }
        if (isSleeveless) hidden = Math.max(hidden, beyondShoulder(frame, limbs, pixel, x, y));
      } else if (
        ofHand ||
        (down > 0.5 && isSkin(parts.data[pixel]!) && nearHand(hands, x, y, handReach))
      ) {
        hidden = skin;
      }
      front[pixel] = hidden;
    }
  }
  smoothArms(arms, front, frame.shoulderWidth, (pixel) => !wasSleeved(limbs, pixel));
  // Where an arm goes on as a hand it has no edge.
  const joined = arms.data.map((share, pixel) => Math.max(share, front[pixel]!));
  const even = gaussianBlur({ width, height, data: joined }, EVENED).data;
  for (let pixel = 0; pixel < front.length; pixel++) {
    if (front[pixel]! > arms.data[pixel]!) continue;
    front[pixel] = Math.max(front[pixel]!, clamp((even[pixel]! - 0.5) * SHARPEN + 0.5, 0, 1));
  }
  return { width, height, data: front };
}
