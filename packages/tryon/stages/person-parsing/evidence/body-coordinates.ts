import type { PoseLandmarkName } from '@proteus/contracts/pose-landmarks.ts';
import type { Size } from '@proteus/raster/types.ts';
import type { TorsoFrame } from '../../../person-analysis.ts';
import type { Pose } from '../../../pose.ts';
import { distanceToPath, landmarkPath } from './distance-to-path.ts';
import type { FaceGeometry } from './face-geometry.ts';
import { bodyUnit } from './torso-frame.ts';

/**
 * Where every pixel lies on the body, at the parse size; one value a pixel. Lengths are in body
 * units (`bodyUnit`), face coordinates in face radii.
 */
export interface BodyCoordinates extends Size {
  /** Down the torso: 0 = shoulder joints, 1 = hips. */
  readonly down: Float32Array;
  /** Across the torso from its middle axis, positive to the picture's right. */
  readonly across: Float32Array;
  /** Distance to the nearer upper-arm bone; `[0]` of the left arm, `[1]` of the right one. */
  readonly upperArms: readonly [Float32Array, Float32Array];
  readonly forearms: readonly [Float32Array, Float32Array];
  /** Way along each arm of pixels near it: 0 = shoulder, 1 = elbow, 2 = wrist; else 0. */
  readonly armAlong: readonly [Float32Array, Float32Array];
  /** Distance to the bones from hip to ankle; `[0]` of the left leg, `[1]` of the right one. */
  readonly legs: readonly [Float32Array, Float32Array];
  /** Distance to the lines from ankle to heel to toes; measured where `legAlong` is. */
  readonly feet: readonly [Float32Array, Float32Array];
  /** Way along the nearer leg: 0 = hip, 1 = knee, 2 = ankle, more beyond; 0 above the hips. */
  readonly legAlong: Float32Array;
  /** Distance to the nearest of wrist, knuckles and thumb. */
  readonly hands: readonly [Float32Array, Float32Array];
  /** Distance to the line from chin to collar pit. */
  readonly neck: Float32Array;
  /** Above the face's middle, along the face's own up. */
  readonly faceUp: Float32Array;
  /** Beside the face's middle. */
  readonly faceAcross: Float32Array;
}

/** The finger landmarks are knuckles; fingertips lie this many times as far from the wrist. */
const FINGER_REACH = 1.6;

/** Wrist, fingertips, and back to the thumb. */
function handPath(pose: Pose, side: 'left' | 'right'): Float64Array {
  const path = landmarkPath(pose, [
    `${side}-wrist`,
    `${side}-pinky`,
    `${side}-index`,
    `${side}-wrist`,
    `${side}-thumb`,
  ]);
  for (const k of [2, 3, 4, 5]) {
    path[k] = path[k % 2]! + (path[k]! - path[k % 2]!) * FINGER_REACH;
  }
  return path;
}

/** Farther from the bones than this, in body units, `armAlong` is not measured. */
const ARM_REACH = 0.3;

/** Legs are measured from here down, in torso lengths. */
const LEGS_FROM = 0.7;

/** Way along a bone `[x0, y0, x1, y1]`: 0 at its start, 1 at its end, unbounded. */
function alongBone(x: number, y: number, bone: Float64Array): number {
  const dx = bone[2]! - bone[0]!;
  const dy = bone[3]! - bone[1]!;
  return ((x - bone[0]!) * dx + (y - bone[1]!) * dy) / (dx * dx + dy * dy || 1);
}

/** Way along a leg `[hip, knee, ankle]`: 0 to 1 along the thigh, 1 to 2 along the shin, and on. */
function alongLeg(x: number, y: number, thigh: Float64Array, shin: Float64Array): number {
  const upper = alongBone(x, y, thigh);
  const lower = alongBone(x, y, shin);
  if (upper < 1) return Math.max(0, upper);
  return lower < 0 ? 1 : 1 + lower;
}

/**
 * Measures every pixel of a picture shrunk by `scale` against the body.
 *
 * @param size the parse size.
 * @param scale parse pixels per picture pixel.
 * @param pixels indices of the pixels to measure; the others stay 0.
 */
export function bodyCoordinates(
  pose: Pose,
  frame: TorsoFrame,
  face: FaceGeometry,
  size: Size,
  scale: number,
  pixels: Uint32Array,
): BodyCoordinates {
  const { width, height } = size;
  const count = width * height;
  const path = (...names: PoseLandmarkName[]) => landmarkPath(pose, names);
  const unit = bodyUnit(frame);
  const collar = [
    frame.shoulderMiddle.x - frame.down.x * unit * 0.1,
    frame.shoulderMiddle.y - frame.down.y * unit * 0.1,
  ];
  const paths = [
    path('left-shoulder', 'left-elbow'),
    path('right-shoulder', 'right-elbow'),
    path('left-elbow', 'left-wrist'),
    path('right-elbow', 'right-wrist'),
    handPath(pose, 'left'),
    handPath(pose, 'right'),
    Float64Array.of(face.chin.x, face.chin.y, collar[0]!, collar[1]!),
  ];
  const thighs = [path('left-hip', 'left-knee'), path('right-hip', 'right-knee')] as const;
  const shins = [path('left-knee', 'left-ankle'), path('right-knee', 'right-ankle')] as const;
  const soles = [
    path('left-ankle', 'left-heel', 'left-foot-index'),
    path('right-ankle', 'right-heel', 'right-foot-index'),
  ] as const;
  const feet = [new Float32Array(count), new Float32Array(count)] as const;
  const legs = [new Float32Array(count), new Float32Array(count)] as const;
  const legAlong = new Float32Array(count);
  const distances = paths.map(() => new Float32Array(count));
  const armAlong = [new Float32Array(count), new Float32Array(count)] as const;
  const down = new Float32Array(count);
  const across = new Float32Array(count);
  const faceUp = new Float32Array(count);
  const faceAcross = new Float32Array(count);
  const { shoulderMiddle: origin, torsoLength } = frame;
  for (let n = 0; n < pixels.length; n++) {
    const i = pixels[n]!;
    const x = ((i % width) + 0.5) / scale - 0.5;
    const y = (Math.floor(i / width) + 0.5) / scale - 0.5;
    const px = x - origin.x;
    const py = y - origin.y;
    down[i] = (px * frame.down.x + py * frame.down.y) / torsoLength;
    across[i] = (px * frame.right.x + py * frame.right.y) / unit;
    const fx = x - face.centre.x;
    const fy = y - face.centre.y;
    faceUp[i] = (fx * face.up.x + fy * face.up.y) / face.radius;
    faceAcross[i] = (fy * face.up.x - fx * face.up.y) / face.radius;
    for (let k = 0; k < paths.length; k++) {
      distances[k]![i] = distanceToPath(x, y, paths[k]!) / unit;
    }
    if (down[i]! > LEGS_FROM) {
      for (let k = 0; k < 2; k++) {
        const toThigh = distanceToPath(x, y, thighs[k]!);
        legs[k]![i] = Math.min(toThigh, distanceToPath(x, y, shins[k]!)) / unit;
        feet[k]![i] = distanceToPath(x, y, soles[k]!) / unit;
      }
      const nearer = legs[0][i]! < legs[1][i]! ? 0 : 1;
      legAlong[i] = alongLeg(x, y, thighs[nearer], shins[nearer]);
    }
    for (let k = 0; k < 2; k++) {
      const upper = distances[k]![i]!;
      const fore = distances[k + 2]![i]!;
      if (Math.min(upper, fore) > ARM_REACH) continue;
      armAlong[k]![i] =
        upper < fore
          ? Math.min(1, alongBone(x, y, paths[k]!))
          : 1 + Math.max(0, alongBone(x, y, paths[k + 2]!));
    }
  }
  return {
    width,
    height,
    down,
    across,
    upperArms: [distances[0]!, distances[1]!],
    forearms: [distances[2]!, distances[3]!],
    armAlong,
    legs,
    feet,
    legAlong,
    hands: [distances[4]!, distances[5]!],
    neck: distances[6]!,
    faceUp,
    faceAcross,
  };
}
