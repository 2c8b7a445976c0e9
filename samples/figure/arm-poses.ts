import type { ArmPose } from './person-spec.ts';

/** Relaxed beside the body. */
export const HANGING: ArmPose = {
  upper: [0.2, -1, -0.02],
  fore: [0.05, -1, 0.17],
  hand: [0, -1, 0.13],
  back: [0.85, 0.05, 0.5],
  curl: 16,
};

/** A little away from the body. */
export const SPREAD: ArmPose = {
  upper: [0.42, -1, -0.02],
  fore: [0.3, -1, 0.14],
  hand: [0.24, -1, 0.14],
  back: [0.8, 0.2, 0.55],
  curl: 14,
};

/** The hand on the hip. */
export const ON_HIP: ArmPose = {
  upper: [0.58, -0.8, -0.2],
  fore: [-0.58, -0.66, 0.44],
  hand: [-0.74, -0.52, 0.3],
  back: [0.4, -0.25, 0.9],
  curl: 26,
};

/** The elbow bent, the hand before the body. */
export const BENT: ArmPose = {
  upper: [0.2, -1, -0.12],
  fore: [-0.06, -0.72, 0.62],
  hand: [-0.16, -0.62, 0.7],
  back: [0.72, 0.5, 0.42],
  curl: 26,
};

/** Waving. */
export const RAISED: ArmPose = {
  upper: [0.92, -0.36, 0.06],
  fore: [0.52, 0.84, 0.16],
  hand: [0.22, 0.96, 0.12],
  back: [0.1, 0.1, -1],
  curl: 8,
};
