import { ProteusError } from '@proteus/contracts/errors.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { Size } from '@proteus/raster/types.ts';
import type { Pose } from './pose.ts';

const LEAST_SCORE = 0.5;
/** Distance between the shoulders, in working pixels, below which nothing good comes out. */
const LEAST_SHOULDER_WIDTH = 36;
/** The same against the picture's shorter side: people this small are passers-by behind somebody. */
const LEAST_SHOULDER_SHARE = 0.1;
/** A frontal person's shoulders are this wide against the torso's length; in profile far less. */
const LEAST_FRONTAL_RATIO = 0.38;
const VISIBLE = 0.5;
/** Share of the torso, from the shoulders, that must be in the picture. */
const NEEDED_TORSO = 0.7;

function inside(point: { readonly x: number; readonly y: number }, size: Size): boolean {
  return point.x >= 0 && point.y >= 0 && point.x < size.width && point.y < size.height;
}

/**
 * Refuses photos that no honest picture can come of.
 *
 * @throws {ProteusError} NO_PERSON, SHOULDERS_HIDDEN, PERSON_TOO_SMALL, NOT_FRONTAL or
 *   TORSO_CUT_OFF.
 */
export function validatePerson(pose: Pose, size: Size): void {
  const stage = 'pose';
  if (pose.score < LEAST_SCORE) throw new ProteusError('NO_PERSON', { stage });
  const left = pose.landmarks[LANDMARK['left-shoulder']]!;
  const right = pose.landmarks[LANDMARK['right-shoulder']]!;
  for (const shoulder of [left, right]) {
    if (shoulder.visibility < VISIBLE || !inside(shoulder, size)) {
      throw new ProteusError('SHOULDERS_HIDDEN', { stage });
    }
  }
  const leftHip = pose.landmarks[LANDMARK['left-hip']]!;
  const rightHip = pose.landmarks[LANDMARK['right-hip']]!;
  const shoulders = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const hips = { x: (leftHip.x + rightHip.x) / 2, y: (leftHip.y + rightHip.y) / 2 };
  const shoulderWidth = Math.hypot(left.x - right.x, left.y - right.y);
  const torsoLength = Math.hypot(hips.x - shoulders.x, hips.y - shoulders.y);
  const least = Math.max(
    LEAST_SHOULDER_WIDTH,
    LEAST_SHOULDER_SHARE * Math.min(size.width, size.height),
  );
  if (Math.max(shoulderWidth, torsoLength * 0.6) < least) {
    throw new ProteusError('PERSON_TOO_SMALL', { stage });
  }
  // Seen from behind or mirrored, the left shoulder lies at the picture's left.
  if (left.x <= right.x || shoulderWidth < LEAST_FRONTAL_RATIO * torsoLength) {
    throw new ProteusError('NOT_FRONTAL', { stage });
  }
  const needed = {
    x: shoulders.x + (hips.x - shoulders.x) * NEEDED_TORSO,
    y: shoulders.y + (hips.y - shoulders.y) * NEEDED_TORSO,
  };
  if (!inside(needed, size)) throw new ProteusError('TORSO_CUT_OFF', { stage });
}
