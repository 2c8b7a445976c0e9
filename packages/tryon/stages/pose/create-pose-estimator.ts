import { POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import {
  LANDMARK_INPUT_SIZE,
  type LandmarkNetwork,
  RAW_LANDMARK_VALUES,
} from '@proteus/neural/networks/landmark-network.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { PoseEstimator, PoseLandmark } from '../../pose.ts';
import { cropMap, cropToPicture } from './crop-frame.ts';
import { firstCrops } from './first-crops.ts';
import { followCrop, isSteady } from './follow-crop.ts';
import { type PosePass, runPosePass } from './pose-pass.ts';
import { projectMask } from './project-mask.ts';
import { sigmoid } from './sigmoid.ts';

/** A crop that scores this high needs no rival. */
const SURE_SCORE = 0.8;
const MAX_FOLLOWS = 3;
/** A followed crop may score a little less than the one before it: it shows the person better. */
const ACCEPTED_LOSS = 0.8;

/** What the estimator works with. */
export interface PoseEstimatorOptions {
  readonly network: LandmarkNetwork;
  /** Average in a mirrored look at the last crop. */
  readonly mirror: boolean;
}

type Look = (frame: PosePass['frame'], mirror: boolean) => Promise<PosePass>;

async function findPerson(look: Look, picture: RgbImage): Promise<PosePass> {
  let best: PosePass | undefined;
  for (const frame of firstCrops(picture)) {
    const pass = await look(frame, false);
    if (best === undefined || pass.score > best.score) {
      best = pass;
    }
    if (best.score >= SURE_SCORE) {
      break;
    }
  }
  return best!;
}

async function followPerson(look: Look, first: PosePass, mirror: boolean): Promise<PosePass> {
  let pass = first;
  for (let follow = 0; follow < MAX_FOLLOWS; follow++) {
    const frame = followCrop(pass);
    const next = await look(frame, mirror);
    if (!(next.score >= pass.score * ACCEPTED_LOSS)) {
      return pass;
    }
    const steady = isSteady(pass.frame, frame);
    pass = next;
    if (steady) {
      break;
    }
  }
  return pass;
}

function toLandmarks({ landmarks, frame }: PosePass): PoseLandmark[] {
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

/**
 * Finds one person's landmarks and outline. A picture without a person gives a pose with a low score,
 * not an error: what is too low, the caller decides.
 */
export function createPoseEstimator({ network, mirror }: PoseEstimatorOptions): PoseEstimator {
  return async (picture, signal) => {
    const look: Look = (frame, both) => runPosePass(network, picture, frame, both, signal);
    const found = await findPerson(look, picture);
    const pass = await followPerson(look, found, mirror);
    return {
      landmarks: toLandmarks(pass),
      score: pass.score,
      personMask: projectMask(pass.mask, pass.frame, picture),
    };
  };
}
