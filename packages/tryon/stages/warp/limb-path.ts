import type { Point } from '@proteus/raster/types.ts';
import type { ArmJoints } from './body-side.ts';

/** A place on a limb's middle line and the direction there. */
export interface PathPoint {
  readonly x: number;
  readonly y: number;
  /** Unit vector towards the hand. */
  readonly tangent: Point;
}

const ROUNDING_STEPS = 5;

function onBones(arm: ArmJoints, distance: number): Point {
  const lower = distance > arm.upperLength;
  const from = lower ? arm.elbow : arm.shoulder;
  const to = lower ? arm.wrist : arm.elbow;
  const share = lower ? (distance - arm.upperLength) / arm.lowerLength : distance / arm.upperLength;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/**
 * The place `distance` pixels from the shoulder joint along an arm, with the elbow rounded by
 * averaging over `rounding` pixels to either side. Runs on straight before the shoulder and
 * beyond the wrist.
 */
export function pointOnArm(arm: ArmJoints, distance: number, rounding: number): PathPoint {
  let x = 0;
  let y = 0;
  for (let step = 0; step < ROUNDING_STEPS; step++) {
    const offset = ((step / (ROUNDING_STEPS - 1)) * 2 - 1) * rounding;
    const point = onBones(arm, distance + offset);
    x += point.x / ROUNDING_STEPS;
    y += point.y / ROUNDING_STEPS;
  }
  const before = onBones(arm, distance - rounding);
  const after = onBones(arm, distance + rounding);
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  return {
    x,
    y,
    tangent: { x: (after.x - before.x) / length, y: (after.y - before.y) / length },
  };
}
