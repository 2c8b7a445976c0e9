import { RAW_LANDMARK_VALUES } from '@proteus/neural/networks/landmark-network.ts';
import { type CropFrame, cropMap, cropToPicture } from './crop-frame.ts';
import type { PosePass } from './pose-pass.ts';

const HIP_CENTRE = 33;
const CIRCLE = 34;
/** The crop's side over the diameter of the circle around the person. */
const MARGIN = 1.25;
const STEADY_SHIFT = 0.08;
const STEADY_GROWTH = 1.2;
const STEADY_TURN = 0.2;

function wrapAngle(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

/**
 * The crop that a circle around a person asks for: upright along the line from the hips' centre to the circle's top.
 *
 * @see MediaPipe, `AlignmentPointsRectsCalculator` with a target angle of 90°.
 */
export function frameAround(
  centre: { readonly x: number; readonly y: number },
  top: { readonly x: number; readonly y: number },
): CropFrame {
  const dx = top.x - centre.x;
  const dy = top.y - centre.y;
  return {
    centreX: centre.x,
    centreY: centre.y,
    size: 2 * Math.hypot(dx, dy) * MARGIN,
    rotation: wrapAngle(Math.PI / 2 - Math.atan2(-dy, dx)),
  };
}

/** Where to look next, by the two auxiliary landmarks of a pass. */
export function followCrop({ landmarks, frame }: PosePass): CropFrame {
  const map = cropMap(frame);
  const at = (index: number) =>
    cropToPicture(
      map,
      landmarks[index * RAW_LANDMARK_VALUES]!,
      landmarks[index * RAW_LANDMARK_VALUES + 1]!,
    );
  return frameAround(at(HIP_CENTRE), at(CIRCLE));
}

/** Whether two crops show so much the same that the next one can be the last. */
export function isSteady(from: CropFrame, to: CropFrame): boolean {
  const shift = Math.hypot(to.centreX - from.centreX, to.centreY - from.centreY) / from.size;
  const growth = Math.max(to.size / from.size, from.size / to.size);
  const turn = Math.abs(wrapAngle(to.rotation - from.rotation));
  return shift < STEADY_SHIFT && growth < STEADY_GROWTH && turn < STEADY_TURN;
}
