import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { PoseLandmark } from '../../pose.ts';
import { isElbowUnseen, isWristUnseen } from './unseen-joints.ts';

/** The other hand holds the arm where it is this near to the wrist that is not seen, in shoulder widths. */
const HELD = 0.3;
/** A forearm's length for the longer upper arm's, seen at no angle. */
const FOREARM = 0.95;
/** How far what was found so is believed. */
const BELIEVED = 0.9;

const JOINTS = ['wrist', 'pinky', 'index', 'thumb'] as const;

function upperArm(landmarks: readonly PoseLandmark[], side: 'left' | 'right'): number {
  const shoulder = landmarks[LANDMARK[`${side}-shoulder`]]!;
  const elbow = landmarks[LANDMARK[`${side}-elbow`]]!;
  return Math.hypot(elbow.x - shoulder.x, elbow.y - shoulder.y);
}

/**
 * Moves a wrist that the other hand hides to where its forearm ends: the network takes the hand that
 * holds an arm for that arm's own.
 */
export function releaseHeldArm(landmarks: readonly PoseLandmark[]): readonly PoseLandmark[] {
  const shoulders = [landmarks[LANDMARK['left-shoulder']]!, landmarks[LANDMARK['right-shoulder']]!];
  const unit = Math.hypot(shoulders[0]!.x - shoulders[1]!.x, shoulders[0]!.y - shoulders[1]!.y);
  for (const [side, other] of [
    ['left', 'right'],
    ['right', 'left'],
  ] as const) {
    const elbow = landmarks[LANDMARK[`${side}-elbow`]]!;
    const wrist = landmarks[LANDMARK[`${side}-wrist`]]!;
    if (!isWristUnseen(landmarks, side) || isElbowUnseen(landmarks, side)) continue;
    const hand = landmarks[LANDMARK[`${other}-index`]]!;
    if (Math.hypot(hand.x - wrist.x, hand.y - wrist.y) > HELD * unit) continue;
    const upper = Math.max(upperArm(landmarks, side), upperArm(landmarks, other));
    const lower = Math.hypot(wrist.x - elbow.x, wrist.y - elbow.y);
    const longer = (FOREARM * upper) / lower - 1;
    if (!(longer > 0 && Number.isFinite(longer))) continue;
    const dx = (wrist.x - elbow.x) * longer;
    const dy = (wrist.y - elbow.y) * longer;
    const moved = new Set<number>(JOINTS.map((joint) => LANDMARK[`${side}-${joint}`]));
    return landmarks.map((landmark, index) =>
      moved.has(index)
        ? { ...landmark, x: landmark.x + dx, y: landmark.y + dy, visibility: BELIEVED }
        : landmark,
    );
  }
  return landmarks;
}
