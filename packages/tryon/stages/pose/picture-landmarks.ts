import { LANDMARK, POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import {
  LANDMARK_INPUT_SIZE,
  RAW_LANDMARK_VALUES,
} from '@proteus/neural/networks/landmark-network.ts';
import type { PoseLandmark } from '../../pose.ts';
import { cropMap, cropToPicture } from './crop-frame.ts';
import type { PosePass } from './pose-pass.ts';
import { sigmoid } from './sigmoid.ts';

/** Takes a pass's body landmarks into the picture. */
export function pictureLandmarks({ landmarks, frame }: PosePass): PoseLandmark[] {
  const map = cropMap(frame);
  const scale = frame.size / LANDMARK_INPUT_SIZE;
  return POSE_LANDMARKS.map((_, index) => {
    const at = index * RAW_LANDMARK_VALUES;
    return {
      ...cropToPicture(map, landmarks[at]!, landmarks[at + 1]!),
      z: landmarks[at + 2]! * scale,
      visibility: sigmoid(landmarks[at + 3]!),
      presence: sigmoid(landmarks[at + 4]!),
    };
  });
}

function meanLogit(first: number, second: number): number {
  const logit = (probability: number) => Math.log(probability / (1 - probability));
  const clamp = (probability: number) => Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return sigmoid((logit(clamp(first)) + logit(clamp(second))) / 2);
}

/** Crops count by their sureness to this power: the surer one far more. */
const SURER = 4;
/** No crop counts as less sure than this. */
const LEAST_SURENESS = 0.1;

/** The second's share of a mean, by how sure both are. */
function shareOf(sureness: number, first: number): number {
  const own = Math.max(LEAST_SURENESS, sureness) ** SURER;
  return own / (own + Math.max(LEAST_SURENESS, first) ** SURER);
}

/**
 * Joins what two crops say. Face, arms and hands lie between both, nearer to where the surer one has them:
 * the outline's crop may be so tight that an elbow slips inwards. Hips and legs come from the whole body's
 * crop alone, since a crop that ends at the thighs pulls the hips up.
 *
 * @param outline the crop around the visible part, where one was looked at.
 */
export function joinLandmarks(body: PosePass, outline: PosePass | undefined): PoseLandmark[] {
  const landmarks = pictureLandmarks(body);
  if (outline === undefined) {
    return landmarks;
  }
  const finer = pictureLandmarks(outline);
  return landmarks.map((landmark, index) => {
    const other = finer[index]!;
    const share = shareOf(outline.sureness[index]!, body.sureness[index]!);
    const mean = (key: 'x' | 'y') => landmark[key] + (other[key] - landmark[key]) * share;
    const isUpper = index < LANDMARK['left-hip'];
    return {
      x: isUpper ? mean('x') : landmark.x,
      y: isUpper ? mean('y') : landmark.y,
      z: landmark.z,
      visibility: meanLogit(landmark.visibility, other.visibility),
      presence: meanLogit(landmark.presence, other.presence),
    };
  });
}
