import type { Point } from '@proteus/raster/types.ts';

/** A place on a limb's middle line and the direction there. */
export interface PathPoint {
  readonly x: number;
  readonly y: number;
  /** Unit vector towards the limb's end. */
  readonly tangent: Point;
}

const ROUNDING_STEPS = 5;

function onBones(joints: readonly Point[], distance: number): Point {
  let left = distance;
  let from = joints[0]!;
  let to = joints[1]!;
  let length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  for (let i = 2; i < joints.length && left > length; i++) {
    left -= length;
    from = to;
    to = joints[i]!;
    length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  }
  const share = left / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/**
 * The place `distance` pixels from the first joint along a chain of bones, with the joints rounded
 * by averaging over `rounding` pixels to either side. Runs on straight before the first joint and
 * beyond the last.
 *
 * @param joints at least two.
 */
export function pointOnBones(
  joints: readonly Point[],
  distance: number,
  rounding: number,
): PathPoint {
  let x = 0;
  let y = 0;
  for (let i = 0; i < ROUNDING_STEPS; i++) {
    const offset = ((i / (ROUNDING_STEPS - 1)) * 2 - 1) * rounding;
    const point = onBones(joints, distance + offset);
    x += point.x / ROUNDING_STEPS;
    y += point.y / ROUNDING_STEPS;
  }
  const step = Math.max(1, rounding);
  const before = onBones(joints, distance - step);
  const after = onBones(joints, distance + step);
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  return {
    x,
    y,
    tangent: { x: (after.x - before.x) / length, y: (after.y - before.y) / length },
  };
}
