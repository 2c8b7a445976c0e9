import type { Plane, RgbImage } from '@proteus/raster/types.ts';

/** One body landmark in the pixels of the working picture. */
export interface PoseLandmark {
  readonly x: number;
  readonly y: number;
  /** Distance to the camera relative to the hips, in pixels, negative = nearer. An ordering hint only. */
  readonly z: number;
  /** Probability that the landmark is in the picture and not covered, 0 to 1. */
  readonly visibility: number;
  /** Probability that the landmark is inside the picture, 0 to 1. */
  readonly presence: number;
}

/** What the pose stage knows of the person. */
export interface Pose {
  /** 33 landmarks in the order of `POSE_LANDMARKS`. */
  readonly landmarks: readonly PoseLandmark[];
  /** Confidence that there is a person at all, 0 to 1. */
  readonly score: number;
  /** Probability of belonging to the person, 0 to 1, at the working picture's size. */
  readonly personMask: Plane;
  /** How many people of about the same size are in the picture; missing when nobody counted. */
  readonly peopleCount?: number;
}

/** Finds the pose of the largest person of a picture; replaceable by another network. */
export type PoseEstimator = (picture: RgbImage, signal: AbortSignal) => Promise<Pose>;
