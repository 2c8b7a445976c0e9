import {
  LANDMARK_INPUT_SIZE,
  type LandmarkNetwork,
} from '@proteus/neural/networks/landmark-network.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { CropFrame } from './crop-frame.ts';
import { mirrorCrop, mirrorLandmarks, mirrorSureness } from './mirror-pass.ts';
import { refineLandmarks } from './refine-landmarks.ts';
import { sampleCrop } from './sample-crop.ts';

/** What the network says about one crop. */
export interface PosePass {
  readonly frame: CropFrame;
  /** 39 × (x, y, z, visibility logit, presence logit) in pixels of the crop, refined. */
  readonly landmarks: Float32Array;
  /** By landmark: how sure the network is of its place, 0 to 1. */
  readonly sureness: Float32Array;
  /** 0 to 1. */
  readonly score: number;
  /** 256 × 256 logits. */
  readonly mask: Float32Array;
}

function mean(first: Float32Array, second: Float32Array): Float32Array {
  return first.map((value, index) => (value + second[index]!) / 2);
}

/** Looks at one crop. */
export async function runPosePass(
  network: LandmarkNetwork,
  picture: RgbImage,
  frame: CropFrame,
  signal: AbortSignal,
): Promise<PosePass> {
  const raw = await network.run(sampleCrop(picture, frame, LANDMARK_INPUT_SIZE), signal);
  return { frame, ...refineLandmarks(raw), score: raw.score, mask: raw.mask };
}

/** Looks at the mirrored crop as well and takes the mean: twice the time, steadier landmarks. */
export async function addMirroredPass(
  network: LandmarkNetwork,
  picture: RgbImage,
  { frame, landmarks, sureness, score, mask }: PosePass,
  signal: AbortSignal,
): Promise<PosePass> {
  const crop = sampleCrop(picture, frame, LANDMARK_INPUT_SIZE);
  const mirrored = await network.run(mirrorCrop(crop, 3), signal);
  const refined = refineLandmarks(mirrored);
  return {
    frame,
    landmarks: mean(landmarks, mirrorLandmarks(refined.landmarks)),
    sureness: mean(sureness, mirrorSureness(refined.sureness)),
    score: (score + mirrored.score) / 2,
    mask: mean(mask, mirrorCrop(mirrored.mask, 1)),
  };
}
