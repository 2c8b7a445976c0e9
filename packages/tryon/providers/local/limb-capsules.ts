import type { Point, Size } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import {
  type ArmOutline,
  bareArmRadius,
  measureArmOutlines,
} from '../../stages/warp/arm-outline.ts';
import { armAt, PICTURE_SIDES } from '../../stages/warp/body-side.ts';
import { clamp, mix } from '../../stages/warp/scalar.ts';

/** Where a bare arm would be: capsules around the bones, as thick as the arm is. */
export interface LimbCapsules extends Size {
  /** Distance to the nearest arm's middle line in radii: below 1 = inside the arm. */
  readonly distance: Float32Array;
  /** Place along that arm, 0 = shoulder, 1 = wrist. */
  readonly along: Float32Array;
  /** 0 = the arm at the picture's left, 1 = at its right. */
  readonly side: Uint8Array;
  /** Signed distance from the middle line in radii, positive towards the torso. */
  readonly inward: Float32Array;
  /** Both arms' thickness, at the picture's left and right. */
  readonly outlines: readonly [ArmOutline, ArmOutline];
  /** Where each arm's elbow lies along it. */
  readonly elbows: readonly [number, number];
}

const FAR = 9;

interface Bone {
  readonly from: Point;
  readonly to: Point;
  readonly alongFrom: number;
  readonly alongTo: number;
}

function drawBone(capsules: LimbCapsules, bone: Bone, outline: ArmOutline, side: number): void {
  const { width, height, distance, along } = capsules;
  const { from, to, alongFrom, alongTo } = bone;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy || 1;
  const thickest = Math.max(bareArmRadius(outline, alongFrom), bareArmRadius(outline, alongTo));
  const reach = thickest * 2.5;
  const left = clamp(Math.floor(Math.min(from.x, to.x) - reach), 0, width - 1);
  const right = clamp(Math.ceil(Math.max(from.x, to.x) + reach), 0, width - 1);
  const top = clamp(Math.floor(Math.min(from.y, to.y) - reach), 0, height - 1);
  const bottom = clamp(Math.ceil(Math.max(from.y, to.y) + reach), 0, height - 1);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const share = clamp(((x - from.x) * dx + (y - from.y) * dy) / squared, 0, 1);
      const away = Math.hypot(x - from.x - dx * share, y - from.y - dy * share);
      const place = mix(alongFrom, alongTo, share);
      const relative = away / bareArmRadius(outline, place);
      const pixel = y * width + x;
      if (relative >= distance[pixel]!) continue;
      distance[pixel] = relative;
      along[pixel] = place;
      capsules.side[pixel] = side;
      const leftOfBone = dy * (from.x - x) + dx * (y - from.y) > 0;
      capsules.inward[pixel] = leftOfBone === (side === 1) ? relative : -relative;
    }
  }
}

/** Draws both arms' capsules over the picture. */
export function drawLimbCapsules(person: PersonAnalysis): LimbCapsules {
  const { width, height } = person.picture;
  const pixels = width * height;
  const arms = PICTURE_SIDES.map((side) => armAt(person.pose, side));
  const elbowOf = (index: number): number => {
    const { upperLength, lowerLength } = arms[index]!;
    return upperLength / (upperLength + lowerLength);
  };
  const outlines = measureArmOutlines(person);
  const capsules: LimbCapsules = {
    width,
    height,
    distance: new Float32Array(pixels).fill(FAR),
    along: new Float32Array(pixels),
    side: new Uint8Array(pixels),
    inward: new Float32Array(pixels),
    outlines: [outlines.left, outlines.right],
    elbows: [elbowOf(0), elbowOf(1)],
  };
  PICTURE_SIDES.forEach((side, index) => {
    const { shoulder, elbow, wrist, knuckles } = arms[index]!;
    const bend = elbowOf(index);
    const upper = { from: shoulder, to: elbow, alongFrom: 0, alongTo: bend };
    const lower = { from: elbow, to: wrist, alongFrom: bend, alongTo: 1 };
    drawBone(capsules, upper, outlines[side], index);
    drawBone(capsules, lower, outlines[side], index);
    drawBone(
      capsules,
      { from: wrist, to: knuckles, alongFrom: 1, alongTo: 1 },
      outlines[side],
      index,
    );
  });
  return capsules;
}
