import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { TorsoFrame } from '../../../person-analysis.ts';
import type { Pose } from '../../../pose.ts';

/**
 * A torso is never shorter than this many shoulder widths. In close-ups that cut the hips off, the
 * network squeezes the hips into the picture; this keeps the frame in human proportion.
 */
const SHORTEST_TORSO = 1.2;

/** The middle of two points. */
export function middleOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Builds the torso's coordinate frame from the joints of shoulders and hips. */
export function torsoFrame(pose: Pose): TorsoFrame {
  const landmarks = pose.landmarks;
  const leftShoulder = landmarks[LANDMARK['left-shoulder']]!;
  const rightShoulder = landmarks[LANDMARK['right-shoulder']]!;
  const shoulderMiddle = middleOf(leftShoulder, rightShoulder);
  const hips = middleOf(landmarks[LANDMARK['left-hip']]!, landmarks[LANDMARK['right-hip']]!);
  const shoulderWidth = Math.max(
    1,
    Math.hypot(leftShoulder.x - rightShoulder.x, leftShoulder.y - rightShoulder.y),
  );
  const distance = Math.max(1e-6, Math.hypot(hips.x - shoulderMiddle.x, hips.y - shoulderMiddle.y));
  const down = {
    x: (hips.x - shoulderMiddle.x) / distance,
    y: (hips.y - shoulderMiddle.y) / distance,
  };
  const torsoLength = Math.max(distance, shoulderWidth * SHORTEST_TORSO);
  return {
    shoulderMiddle,
    hipMiddle: {
      x: shoulderMiddle.x + down.x * torsoLength,
      y: shoulderMiddle.y + down.y * torsoLength,
    },
    shoulderWidth,
    torsoLength,
    down,
    right: { x: down.y, y: -down.x },
  };
}

/**
 * A length that follows the person's size in the picture whatever the view: the shoulder width, or
 * what a frontal person with this torso would have, when the shoulders are turned away.
 */
export function bodyUnit(frame: TorsoFrame): number {
  return Math.max(frame.shoulderWidth, 0.62 * frame.torsoLength);
}
