import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { Pose } from '../../../pose.ts';
import { middleOf } from './torso-frame.ts';

/** Where the face is and how it is turned in the picture. */
export interface FaceGeometry {
  /** Middle between eyes and mouth. */
  readonly centre: Point;
  readonly eyes: Point;
  /** Where the chin ends. */
  readonly chin: Point;
  /** Unit vector from mouth to eyes. */
  readonly up: Point;
  /** Half the height from chin to eyebrows, about; in pixels. */
  readonly radius: number;
}

/** Measures the face by its landmarks: eyes, ears, corners of the mouth. */
export function faceGeometry(pose: Pose): FaceGeometry {
  const landmark = (name: keyof typeof LANDMARK) => pose.landmarks[LANDMARK[name]]!;
  const eyes = middleOf(landmark('left-eye'), landmark('right-eye'));
  const mouth = middleOf(landmark('mouth-left'), landmark('mouth-right'));
  const height = Math.max(1, Math.hypot(eyes.x - mouth.x, eyes.y - mouth.y));
  const up = { x: (eyes.x - mouth.x) / height, y: (eyes.y - mouth.y) / height };
  const leftEar = landmark('left-ear');
  const rightEar = landmark('right-ear');
  const earDistance = Math.hypot(leftEar.x - rightEar.x, leftEar.y - rightEar.y);
  return {
    centre: middleOf(eyes, mouth),
    eyes,
    chin: { x: mouth.x - up.x * height * 0.75, y: mouth.y - up.y * height * 0.75 },
    up,
    radius: Math.max(height, earDistance / 2),
  };
}
