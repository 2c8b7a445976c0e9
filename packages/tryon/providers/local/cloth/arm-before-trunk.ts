import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { armAt, PICTURE_SIDES, sideSign } from '../../../stages/warp/body/body-side.ts';
import { acrossFrame } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import { measureHandSection } from '../body/hand-section.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { ARMHOLE } from './bare-reach.ts';

/** So near above the elbow, along the arm, it is forearm already. */
export const AT_ELBOW = 0.08;
/** A hand half as wide as this, in shoulder widths, is half hidden behind the body. */
const LEAST_HAND = 0.05;
/** Steepness of a drawn arm's edge, per half width of the arm. */
export const ARM_EDGE = 18;

/** Whether the forearm at a side of the picture lies before the trunk: its hand is seen there, or beyond its middle. */
export function crossesTrunk(person: PersonAnalysis, trunk: Mask, side: 0 | 1): boolean {
  const wrist = person.pose.landmarks[LANDMARK[side === 0 ? 'right-wrist' : 'left-wrist']]!;
  const outward = acrossFrame(person.frame, wrist.x, wrist.y) * sideSign(PICTURE_SIDES[side]!);
  if (wrist.visibility > 0.5 && outward < 0) return true;
  const x = Math.round(wrist.x);
  const y = Math.round(wrist.y);
  if (x < 0 || y < 0 || x >= trunk.width || y >= trunk.height) return false;
  return wrist.visibility > 0.5 && trunk.data[y * trunk.width + x] !== 0;
}

/** Whether an arm is held behind the body: its wrist lies further from the camera than its shoulder. */
export function heldBehind(person: PersonAnalysis, side: 0 | 1): boolean {
  const { landmarks } = person.pose;
  const name = side === 0 ? 'right' : 'left';
  return landmarks[LANDMARK[`${name}-wrist`]]!.z > landmarks[LANDMARK[`${name}-shoulder`]]!.z;
}

/** Whether the hand at a side of the picture is seen, at least half as wide as that, in shoulder widths, and its arm not held behind the body. */
function showsHand(person: PersonAnalysis, side: 0 | 1, least: number): boolean {
  if (heldBehind(person, side)) return false;
  const hand = measureHandSection(person, armAt(person.pose, PICTURE_SIDES[side]!));
  return hand !== null && hand.radius >= least * person.frame.shoulderWidth;
}

/**
 * How far each pixel of an arm lies before the trunk, 0 to 1: one that crosses the trunk comes forward down to
 * its elbow, one that hangs beside it down to the hand that is seen.
 *
 * @param crosses whether the forearm lies before the trunk.
 * @param reachesHands whether the garment does: then a hand lies before it even where the old clothes hid half of it.
 */
export function armBeforeTrunk(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  side: 0 | 1,
  crosses: boolean,
  reachesHands: boolean,
): (pixel: number) => number {
  if (!crosses && !showsHand(person, side, reachesHands ? 0 : LEAST_HAND)) return () => 0;
  const elbow = limbs.elbows[side] - AT_ELBOW;
  const [from, to] = crosses ? [ARMHOLE, elbow] : [elbow, 1];
  return (pixel) => {
    const forward = clamp((limbs.along[pixel]! - from) / (to - from), 0, 1);
    if (forward === 1) return 1;
    return clamp((2 * forward - 1 - limbs.inward[pixel]!) * ARM_EDGE + 0.5, 0, 1);
  };
}
