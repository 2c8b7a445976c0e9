import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { PoseLandmark } from '../../pose.ts';

/** Joints less visible than this are not seen at all (46 people: 3 elbows below, all others at .45 or above). */
const UNSEEN_ELBOW = 0.35;
const UNSEEN_WRIST = 0.3;

type Side = 'left' | 'right';

/** Whether the person's elbow on that side is hidden. */
export function isElbowUnseen(landmarks: readonly PoseLandmark[], side: Side): boolean {
  return landmarks[LANDMARK[`${side}-elbow`]]!.visibility < UNSEEN_ELBOW;
}

/** Whether the person's wrist on that side is hidden. */
export function isWristUnseen(landmarks: readonly PoseLandmark[], side: Side): boolean {
  return landmarks[LANDMARK[`${side}-wrist`]]!.visibility < UNSEEN_WRIST;
}
