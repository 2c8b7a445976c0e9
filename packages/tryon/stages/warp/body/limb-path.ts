import type { ArmJoints } from './body-side.ts';
import { type PathPoint, pointOnBones } from './bone-path.ts';

/**
 * The place `distance` pixels from the shoulder joint along an arm, with the elbow rounded by
 * averaging over `rounding` pixels to either side. Runs on straight before the shoulder and
 * beyond the wrist.
 */
export function pointOnArm(arm: ArmJoints, distance: number, rounding: number): PathPoint {
  return pointOnBones([arm.shoulder, arm.elbow, arm.wrist], distance, rounding);
}
