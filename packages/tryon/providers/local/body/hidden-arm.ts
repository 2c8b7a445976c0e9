import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { Pose } from '../../../pose.ts';
import type { PictureSide } from '../../../stages/warp/body/body-side.ts';

/** Elbows and wrists less visible than this are not seen at all (46 people: 4 arms below, all others above .45). */
const UNSEEN_ELBOW = 0.35;
const UNSEEN_WRIST = 0.3;

/** Whether the arm at a side of the picture goes behind the body: neither its elbow nor its wrist is seen. */
export function isHiddenArm({ landmarks }: Pose, side: PictureSide): boolean {
  const name = side === 'left' ? 'right' : 'left';
  return (
    landmarks[LANDMARK[`${name}-elbow`]]!.visibility < UNSEEN_ELBOW &&
    landmarks[LANDMARK[`${name}-wrist`]]!.visibility < UNSEEN_WRIST
  );
}
