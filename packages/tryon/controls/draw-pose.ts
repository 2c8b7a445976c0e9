import { LANDMARK, type PoseLandmarkName } from '@proteus/contracts/pose-landmarks.ts';
import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';
import type { Point, RgbImage, Size } from '@proteus/raster/types.ts';
import type { Pose } from '../pose.ts';

type Joint = PoseLandmarkName | 'neck';
type Colour = readonly [number, number, number];

/** The limbs of the 18-point body skeleton that control networks expect, with their colours. */
const LIMBS: readonly (readonly [Joint, Joint, Colour])[] = [
  ['neck', 'right-shoulder', [255, 0, 0]],
  ['neck', 'left-shoulder', [255, 85, 0]],
  ['right-shoulder', 'right-elbow', [255, 170, 0]],
  ['right-elbow', 'right-wrist', [255, 255, 0]],
  ['left-shoulder', 'left-elbow', [170, 255, 0]],
  ['left-elbow', 'left-wrist', [85, 255, 0]],
  ['neck', 'right-hip', [0, 255, 0]],
  ['right-hip', 'right-knee', [0, 255, 85]],
  ['right-knee', 'right-ankle', [0, 255, 170]],
  ['neck', 'left-hip', [0, 255, 255]],
  ['left-hip', 'left-knee', [0, 170, 255]],
  ['left-knee', 'left-ankle', [0, 85, 255]],
  ['neck', 'nose', [0, 0, 255]],
  ['nose', 'right-eye', [85, 0, 255]],
  ['right-eye', 'right-ear', [170, 0, 255]],
  ['nose', 'left-eye', [255, 0, 255]],
  ['left-eye', 'left-ear', [255, 0, 170]],
];
const LEAST_VISIBILITY = 0.3;

function jointAt(pose: Pose, joint: Joint): (Point & { readonly visibility: number }) | null {
  if (joint !== 'neck') return pose.landmarks[LANDMARK[joint]]!;
  const left = pose.landmarks[LANDMARK['left-shoulder']]!;
  const right = pose.landmarks[LANDMARK['right-shoulder']]!;
  return {
    x: (left.x + right.x) / 2,
    y: (left.y + right.y) / 2,
    visibility: Math.min(left.visibility, right.visibility),
  };
}

function drawLine(picture: RgbImage, from: Point, to: Point, radius: number, colour: Colour) {
  const { width, height, data } = picture;
  const left = Math.max(0, Math.floor(Math.min(from.x, to.x) - radius));
  const right = Math.min(width - 1, Math.ceil(Math.max(from.x, to.x) + radius));
  const top = Math.max(0, Math.floor(Math.min(from.y, to.y) - radius));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(from.y, to.y) + radius));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      if (distanceToSegment(x, y, from.x, from.y, to.x, to.y) > radius) continue;
      data.set(colour, (y * width + x) * 3);
    }
  }
}

/**
 * Draws the body's skeleton in the usual colours.
 *
 * @param backdrop what to draw on (copied); black when left out.
 */
export function drawPose(pose: Pose, size: Size, backdrop?: RgbImage): RgbImage {
  const picture: RgbImage = {
    width: size.width,
    height: size.height,
    data: backdrop?.data.slice() ?? new Uint8Array(size.width * size.height * 3),
  };
  const radius = Math.max(1.5, Math.max(size.width, size.height) / 256);
  for (const [first, second, colour] of LIMBS) {
    const from = jointAt(pose, first);
    const to = jointAt(pose, second);
    if (from === null || to === null) continue;
    if (Math.min(from.visibility, to.visibility) < LEAST_VISIBILITY) continue;
    drawLine(picture, from, to, radius, colour);
  }
  return picture;
}
