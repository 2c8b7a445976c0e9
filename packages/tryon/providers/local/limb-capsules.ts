import type { Size } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { type ArmOutline, measureArmOutlines } from '../../stages/warp/arm-outline.ts';
import { armAt, PICTURE_SIDES, type PictureSide, sideSign } from '../../stages/warp/body-side.ts';
import { pointInFrame } from '../../stages/warp/frame-coordinates.ts';
import { clamp, mix } from '../../stages/warp/scalar.ts';
import {
  measureShoulderLine,
  type ShoulderLine,
  shoulderTopBelow,
} from '../../stages/warp/shoulder-line.ts';
import { type ArmStation, measureArmShape } from './skin-arm-shape.ts';

/** Where a bare arm would be: a chain of capsules along it, as thick as the arm is. */
export interface LimbCapsules extends Size {
  /** Distance to the nearest arm's middle line in radii: below 1 = inside the arm. */
  readonly distance: Float32Array;
  /** From the middle line to the pixel, in radii: which way the arm's surface faces there. */
  readonly facingX: Float32Array;
  readonly facingY: Float32Array;
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
/** Distances are told up to this many radii. */
const REACH = 1.6;
/** The shoulder's round end: its radius and its place from the body's middle, in shoulder widths. */
const CAP_RADIUS = 0.12;
const CAP_STATION = 0.44;

function drawCapsule(capsules: LimbCapsules, from: ArmStation, to: ArmStation, side: number): void {
  const { width, height, distance, along, facingX, facingY } = capsules;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy || 1;
  const reach = Math.max(from.radius, to.radius) * REACH;
  const left = clamp(Math.floor(Math.min(from.x, to.x) - reach), 0, width);
  const right = clamp(Math.ceil(Math.max(from.x, to.x) + reach), -1, width - 1);
  const top = clamp(Math.floor(Math.min(from.y, to.y) - reach), 0, height);
  const bottom = clamp(Math.ceil(Math.max(from.y, to.y) + reach), -1, height - 1);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const share = clamp(((x - from.x) * dx + (y - from.y) * dy) / squared, 0, 1);
      const radius = mix(from.radius, to.radius, share);
      const awayX = (x - from.x - dx * share) / radius;
      const awayY = (y - from.y - dy * share) / radius;
      const relative = Math.sqrt(awayX * awayX + awayY * awayY);
      const pixel = y * width + x;
      if (relative > REACH || relative >= distance[pixel]!) continue;
      distance[pixel] = relative;
      facingX[pixel] = awayX;
      facingY[pixel] = awayY;
      along[pixel] = mix(from.along, to.along, share);
      capsules.side[pixel] = side;
      const leftOfBone = dx * awayY - dy * awayX > 0;
      capsules.inward[pixel] = leftOfBone === (side === 1) ? relative : -relative;
    }
  }
}

/** The round end of the shoulder, over the joint and under the shoulder's outline. */
function deltoidCap(person: PersonAnalysis, side: PictureSide, line: ShoulderLine): ArmStation {
  const { frame } = person;
  const radius = CAP_RADIUS * frame.shoulderWidth;
  const top = shoulderTopBelow(line, side, CAP_STATION, frame.shoulderWidth);
  const middle = pointInFrame(frame, sideSign(side) * CAP_STATION, top + radius);
  return { ...middle, radius, along: 0 };
}

/** Draws both arms over the picture. */
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
    facingX: new Float32Array(pixels),
    facingY: new Float32Array(pixels),
    along: new Float32Array(pixels),
    side: new Uint8Array(pixels),
    inward: new Float32Array(pixels),
    outlines: [outlines.left, outlines.right],
    elbows: [elbowOf(0), elbowOf(1)],
  };
  const line = measureShoulderLine(person);
  PICTURE_SIDES.forEach((side, index) => {
    const arm = arms[index]!;
    const stations = measureArmShape(person, arm);
    const wrist = stations.at(-1)!;
    const cap = deltoidCap(person, side, line);
    const chain = [cap, ...stations, { ...arm.knuckles, radius: wrist.radius, along: 1 }];
    for (let i = 1; i < chain.length; i++) drawCapsule(capsules, chain[i - 1]!, chain[i]!, index);
  });
  return capsules;
}
