import type { Point, Size } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { armAt, PICTURE_SIDES } from '../../stages/warp/body-side.ts';
import { clamp, mix } from '../../stages/warp/scalar.ts';

/** Where a bare arm would be: tapered capsules around the bones. */
export interface LimbCapsules extends Size {
  /** Distance to the nearest arm's middle line in radii: below 1 = inside the arm. */
  readonly distance: Float32Array;
  /** Place along that arm, 0 = shoulder, 1 = wrist. */
  readonly along: Float32Array;
  /** 0 = the arm at the picture's left, 1 = at its right. */
  readonly side: Uint8Array;
  /** Signed offset from the middle line in radii, positive to the right of shoulder → hand. */
  readonly offset: Float32Array;
}

/** Radii of a bare arm in shoulder widths. */
const SHOULDER_RADIUS = 0.15;
const ELBOW_RADIUS = 0.105;
const WRIST_RADIUS = 0.068;
const FAR = 9;

interface Bone {
  readonly from: Point;
  readonly to: Point;
  readonly fromRadius: number;
  readonly toRadius: number;
  readonly alongFrom: number;
  readonly alongTo: number;
}

function drawBone(capsules: LimbCapsules, bone: Bone, side: number): void {
  const { width, height, distance, along, offset } = capsules;
  const { from, to, fromRadius, toRadius } = bone;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy || 1;
  const length = Math.sqrt(squared);
  const reach = Math.max(fromRadius, toRadius) * 2.5;
  const left = clamp(Math.floor(Math.min(from.x, to.x) - reach), 0, width - 1);
  const right = clamp(Math.ceil(Math.max(from.x, to.x) + reach), 0, width - 1);
  const top = clamp(Math.floor(Math.min(from.y, to.y) - reach), 0, height - 1);
  const bottom = clamp(Math.ceil(Math.max(from.y, to.y) + reach), 0, height - 1);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const share = clamp(((x - from.x) * dx + (y - from.y) * dy) / squared, 0, 1);
      const away = Math.hypot(x - from.x - dx * share, y - from.y - dy * share);
      const radius = mix(fromRadius, toRadius, share);
      const pixel = y * width + x;
      const relative = away / radius;
      if (relative >= distance[pixel]!) continue;
      distance[pixel] = relative;
      along[pixel] = mix(bone.alongFrom, bone.alongTo, share);
      capsules.side[pixel] = side;
      offset[pixel] = (dx * (y - from.y) - dy * (x - from.x)) / length / radius;
    }
  }
}

/** Draws both arms' capsules over the picture. */
export function drawLimbCapsules(person: PersonAnalysis): LimbCapsules {
  const { width, height } = person.picture;
  const pixels = width * height;
  const capsules: LimbCapsules = {
    width,
    height,
    distance: new Float32Array(pixels).fill(FAR),
    along: new Float32Array(pixels),
    side: new Uint8Array(pixels),
    offset: new Float32Array(pixels),
  };
  const unit = person.frame.shoulderWidth;
  PICTURE_SIDES.forEach((side, index) => {
    const arm = armAt(person.pose, side);
    const elbow = arm.upperLength / (arm.upperLength + arm.lowerLength);
    drawBone(
      capsules,
      {
        from: arm.shoulder,
        to: arm.elbow,
        fromRadius: SHOULDER_RADIUS * unit,
        toRadius: ELBOW_RADIUS * unit,
        alongFrom: 0,
        alongTo: elbow,
      },
      index,
    );
    drawBone(
      capsules,
      {
        from: arm.elbow,
        to: arm.wrist,
        fromRadius: ELBOW_RADIUS * unit,
        toRadius: WRIST_RADIUS * unit,
        alongFrom: elbow,
        alongTo: 1,
      },
      index,
    );
  });
  return capsules;
}
