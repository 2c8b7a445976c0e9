import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { Pose } from '../../../pose.ts';
import type { PictureSide } from '../body/body-side.ts';
import { type PathPoint, pointOnBones } from '../body/bone-path.ts';

/** The joints of the leg at one side of the picture. */
export interface LegJoints {
  readonly hip: Point;
  readonly knee: Point;
  readonly ankle: Point;
  readonly thighLength: number;
  readonly shinLength: number;
  /** From hip to ankle along the bones, pixels. */
  readonly length: number;
  /** Mean distance of knee and ankle to the camera, relative to the hips; negative = nearer. */
  readonly depth: number;
}

/** The leg at this side of the picture; a person who faces the camera has the right one at its left. */
export function legAt(pose: Pose, side: PictureSide): LegJoints {
  const name = side === 'left' ? 'right' : 'left';
  const hip = pose.landmarks[LANDMARK[`${name}-hip`]]!;
  const knee = pose.landmarks[LANDMARK[`${name}-knee`]]!;
  const ankle = pose.landmarks[LANDMARK[`${name}-ankle`]]!;
  const thighLength = Math.max(1, Math.hypot(knee.x - hip.x, knee.y - hip.y));
  const shinLength = Math.max(1, Math.hypot(ankle.x - knee.x, ankle.y - knee.y));
  return {
    hip,
    knee,
    ankle,
    thighLength,
    shinLength,
    length: thighLength + shinLength,
    depth: (knee.z + ankle.z) / 2,
  };
}

/** The place `distance` pixels down a leg's bones from the hip; runs on straight beyond the ankle. */
export function pointOnLeg(leg: LegJoints, distance: number): PathPoint {
  return pointOnBones([leg.hip, leg.knee, leg.ankle], distance, 0.08 * leg.length);
}

/** Distance of a pixel from a leg's bones, pixels. */
export function legDistance(
  { hip, knee, ankle }: Pick<LegJoints, 'hip' | 'knee' | 'ankle'>,
  x: number,
  y: number,
): number {
  return Math.min(
    distanceToSegment(x, y, hip.x, hip.y, knee.x, knee.y),
    distanceToSegment(x, y, knee.x, knee.y, ankle.x, ankle.y),
  );
}
