import {
  add,
  cross,
  type Frame,
  frameAlong,
  fromFrame,
  length,
  normalise,
  scale,
  subtract,
  type Vector,
} from '../solid/vector.ts';
import type { ArmPose, PersonSpec } from './person-spec.ts';

/** The person's own left is at +x, the picture's right. */
export const SIDES = [
  { name: 'left', sign: 1, index: 0 },
  { name: 'right', sign: -1, index: 1 },
] as const;
export type Side = (typeof SIDES)[number];

export interface Arm {
  readonly shoulder: Vector;
  readonly elbow: Vector;
  readonly wrist: Vector;
  /** y to the fingers, z out of the back of the hand. */
  readonly hand: Frame;
}

export interface Leg {
  readonly hip: Vector;
  readonly knee: Vector;
  readonly ankle: Vector;
  /** y up, z to the toes. */
  readonly foot: Frame;
}

/** Joints of a standing person in metres, floor at y = 0. */
export interface Skeleton {
  /** Metres per metre of a person 1.72 m tall. */
  readonly scale: number;
  readonly neck: Vector;
  /** Middle of the head, between the ears. */
  readonly head: Vector;
  readonly headFrame: Frame;
  readonly arms: readonly [Arm, Arm];
  readonly legs: readonly [Leg, Leg];
}

/** Heights above the floor of a person 1.72 m tall. */
export const LEVEL = {
  crotch: 0.79,
  hip: 0.9,
  waist: 1.075,
  bust: 1.265,
  shoulder: 1.385,
  neck: 1.448,
  head: 1.6,
} as const;

/** Lengths of a person 1.72 m tall. */
export const UPPER_ARM = 0.274;
export const FOREARM = 0.242;
const THIGH = 0.421;
const SHIN = 0.398;

function mirrored(direction: Vector, sign: number): Vector {
  return normalise([direction[0] * sign, direction[1], direction[2]]);
}

function poseArm(shoulder: Vector, pose: ArmPose, sign: number, size: number): Arm {
  const elbow = add(shoulder, scale(mirrored(pose.upper, sign), UPPER_ARM * size));
  const wrist = add(elbow, scale(mirrored(pose.fore, sign), FOREARM * size));
  return {
    shoulder,
    elbow,
    wrist,
    hand: frameAlong(mirrored(pose.hand, sign), mirrored(pose.back, sign)),
  };
}

/** Bends the knee forwards so that hip and ankle are met (law of cosines). */
function poseLeg(hip: Vector, ankle: Vector, toeOut: number, size: number): Leg {
  const line = subtract(ankle, hip);
  const upper = THIGH * size;
  const lower = SHIN * size;
  const reach = Math.min(length(line), (upper + lower) * 0.9995);
  const along = (upper * upper - lower * lower + reach * reach) / (2 * reach);
  const bend = Math.sqrt(Math.max(upper * upper - along * along, 0));
  const down = normalise(line);
  const forwards = normalise(cross(cross(down, [toeOut * 0.5, 0, 1]), down));
  const knee = add(hip, add(scale(down, along), scale(forwards, bend)));
  return { hip, knee, ankle, foot: frameAlong([0, 1, 0], normalise([toeOut, 0, 1])) };
}

function headFrameOf(angles: Vector): Frame {
  const [turn, nod, tilt] = angles.map((degrees) => (degrees * Math.PI) / 180) as unknown as Vector;
  const front: Vector = [
    Math.sin(turn) * Math.cos(nod),
    -Math.sin(nod),
    Math.cos(turn) * Math.cos(nod),
  ];
  return frameAlong(
    add([Math.sin(tilt), Math.cos(tilt), 0], scale(front, Math.sin(nod) * 0.6)),
    front,
  );
}

/** Places the joints of a person. */
export function poseSkeleton(spec: PersonSpec): Skeleton {
  const { build, stance } = spec;
  const size = build.height / 1.72;
  const neck: Vector = [0, LEVEL.neck * size, -0.018 * size];
  const headFrame = headFrameOf(stance.head);
  const head = fromFrame(add(neck, [0, 0.062 * size, 0.004 * size]), headFrame, [
    0,
    0.095 * size,
    0.028 * size,
  ]);
  const arms = SIDES.map((side) => {
    const lift = (side.sign * stance.shoulderTilt) / 2;
    const raised = Math.max(0, side.index === 0 ? stance.left.upper[1] : stance.right.upper[1]);
    const shoulder: Vector = [
      side.sign * build.shoulder * size,
      (LEVEL.shoulder + raised * 0.03) * size + lift,
      -0.018 * size,
    ];
    return poseArm(shoulder, side.index === 0 ? stance.left : stance.right, side.sign, size);
  });
  const legs = SIDES.map((side) => {
    const hip: Vector = [
      stance.sway + side.sign * build.hip * 0.5 * size,
      LEVEL.hip * size + side.sign * stance.sway * 0.35,
      0,
    ];
    const [x, z] = stance.feet[side.index];
    return poseLeg(hip, [x, 0.085 * size, z], side.sign * 0.28, size);
  });
  return {
    scale: size,
    neck,
    head,
    headFrame,
    arms: [arms[0]!, arms[1]!],
    legs: [legs[0]!, legs[1]!],
  };
}
