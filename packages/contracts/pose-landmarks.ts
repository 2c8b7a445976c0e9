/** BlazePose's 33 landmarks in the network's order. Left and right are the person's own. */
export const POSE_LANDMARKS = [
  'nose',
  'left-eye-inner',
  'left-eye',
  'left-eye-outer',
  'right-eye-inner',
  'right-eye',
  'right-eye-outer',
  'left-ear',
  'right-ear',
  'mouth-left',
  'mouth-right',
  'left-shoulder',
  'right-shoulder',
  'left-elbow',
  'right-elbow',
  'left-wrist',
  'right-wrist',
  'left-pinky',
  'right-pinky',
  'left-index',
  'right-index',
  'left-thumb',
  'right-thumb',
  'left-hip',
  'right-hip',
  'left-knee',
  'right-knee',
  'left-ankle',
  'right-ankle',
  'left-heel',
  'right-heel',
  'left-foot-index',
  'right-foot-index',
] as const;

export type PoseLandmarkName = (typeof POSE_LANDMARKS)[number];

/** The index of each landmark in a pose. */
export const LANDMARK = Object.fromEntries(POSE_LANDMARKS.map((name, index) => [name, index])) as {
  readonly [Name in PoseLandmarkName]: number;
};
