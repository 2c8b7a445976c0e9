import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { Pose } from '../../../pose.ts';

/** A side of the picture; a person who faces the camera has the right arm on the picture's left. */
export type PictureSide = 'left' | 'right';
export const PICTURE_SIDES: readonly PictureSide[] = ['left', 'right'];

/** -1 towards the picture's left, 1 towards its right. */
export function sideSign(side: PictureSide): -1 | 1 {
  return side === 'left' ? -1 : 1;
}

/** The joints of the arm at one side of the picture. */
export interface ArmJoints {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly wrist: Point;
  /** Middle between the knuckles of index and little finger. */
  readonly knuckles: Point;
  readonly upperLength: number;
  readonly lowerLength: number;
}

/** The arm that hangs at this side of the picture. */
export function armAt(pose: Pose, side: PictureSide): ArmJoints {
  const name = side === 'left' ? 'right' : 'left';
  const shoulder = pose.landmarks[LANDMARK[`${name}-shoulder`]]!;
  const elbow = pose.landmarks[LANDMARK[`${name}-elbow`]]!;
  const wrist = pose.landmarks[LANDMARK[`${name}-wrist`]]!;
  const index = pose.landmarks[LANDMARK[`${name}-index`]]!;
  const pinky = pose.landmarks[LANDMARK[`${name}-pinky`]]!;
  return {
    shoulder,
    elbow,
    wrist,
    knuckles: { x: (index.x + pinky.x) / 2, y: (index.y + pinky.y) / 2 },
    upperLength: Math.max(1, Math.hypot(elbow.x - shoulder.x, elbow.y - shoulder.y)),
    lowerLength: Math.max(1, Math.hypot(wrist.x - elbow.x, wrist.y - elbow.y)),
  };
}

/** How far a pixel lies from an arm's bones, in pixels. */
export function armDistance({ shoulder, elbow, wrist }: ArmJoints, x: number, y: number): number {
  return Math.min(
    distanceToSegment(x, y, shoulder.x, shoulder.y, elbow.x, elbow.y),
    distanceToSegment(x, y, elbow.x, elbow.y, wrist.x, wrist.y),
  );
}
