import type { Pose } from '../../../pose.ts';
import { isElbowUnseen, isWristUnseen } from '../../../stages/pose/unseen-joints.ts';
import type { PictureSide } from '../../../stages/warp/body/body-side.ts';

/** Whether the arm at a side of the picture goes behind the body: neither its elbow nor its wrist is seen. */
export function isHiddenArm({ landmarks }: Pose, side: PictureSide): boolean {
  const name = side === 'left' ? 'right' : 'left';
  return isElbowUnseen(landmarks, name) && isWristUnseen(landmarks, name);
}
