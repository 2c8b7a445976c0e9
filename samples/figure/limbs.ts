import { PART } from '@proteus/contracts/person-parts.ts';
import type { Primitive } from '../solid/shape.ts';
import { add, frameAlong, fromFrame, mix, subtract, type Vector } from '../solid/vector.ts';
import { LAYER } from './layers.ts';
import type { PersonSpec } from './person-spec.ts';
import { cone, primitive } from './primitive.ts';
import { type Arm, type Leg, SIDES, type Side, type Skeleton } from './skeleton.ts';

/** Radii of the bare limbs in metres for a person 1.72 m tall with `limb` 1. */
export const LIMB_RADIUS = {
  shoulder: 0.0455,
  upperArm: 0.0395,
  elbow: 0.0315,
  forearm: 0.0335,
  wrist: 0.0225,
  thigh: 0.082,
  knee: 0.05,
  calf: 0.047,
  ankle: 0.033,
} as const;

function armPrimitives(arm: Arm, side: Side, size: number, limb: number): readonly Primitive[] {
  const upper = PART[`${side.name}-upper-arm`];
  const fore = PART[`${side.name}-forearm`];
  const r = size * limb;
  const skin = LAYER.skin;
  const middle = add(mix(arm.shoulder, arm.elbow, 0.45), [0, 0, 0.005 * size]);
  const bulge = mix(arm.elbow, arm.wrist, 0.24);
  const end = mix(arm.elbow, arm.wrist, 0.96);
  return [
    primitive(
      skin,
      upper,
      cone(arm.shoulder, middle, LIMB_RADIUS.shoulder * r, LIMB_RADIUS.upperArm * r),
      0.03 * size,
    ),
    primitive(
      skin,
      upper,
      cone(middle, arm.elbow, LIMB_RADIUS.upperArm * r, LIMB_RADIUS.elbow * r),
      0.006 * size,
    ),
    primitive(
      skin,
      fore,
      cone(arm.elbow, bulge, LIMB_RADIUS.elbow * r, LIMB_RADIUS.forearm * r),
      0.006 * size,
    ),
    primitive(
      skin,
      fore,
      cone(bulge, end, LIMB_RADIUS.forearm * r, LIMB_RADIUS.wrist * r),
      0.006 * size,
    ),
  ];
}

const FINGERS = [
  { across: 0.029, start: 0.094, length: 0.07, radius: 0.0088 },
  { across: 0.01, start: 0.098, length: 0.079, radius: 0.009 },
  { across: -0.0095, start: 0.096, length: 0.073, radius: 0.0087 },
  { across: -0.0275, start: 0.087, length: 0.057, radius: 0.0078 },
] as const;

/** Positions on a hand: the knuckles of index and little finger, the thumb's second joint. */
export function handPoint(arm: Arm, side: Side, size: number, local: Vector): Vector {
  return fromFrame(arm.wrist, arm.hand, [
    local[0] * side.sign * size,
    local[1] * size,
    local[2] * size,
  ]);
}

function handPrimitives(arm: Arm, side: Side, size: number, curl: number): readonly Primitive[] {
  const tag = PART[`${side.name}-hand`];
  const skin = LAYER.skin;
  const at = (x: number, y: number, z: number) => handPoint(arm, side, size, [x, y, z]);
  const parts: Primitive[] = [
    primitive(
      skin,
      tag,
      {
        kind: 'rounded-box',
        centre: at(0.001, 0.056, 0),
        halves: [0.039 * size, 0.047 * size, 0.0145 * size],
        rounding: 0.0135 * size,
        frame: arm.hand,
      },
      0.024 * size,
    ),
    primitive(
      skin,
      tag,
      cone(at(0, -0.012, 0), at(0, 0.03, 0), 0.0235 * size, 0.021 * size),
      0.02 * size,
    ),
  ];
  for (const [i, finger] of FINGERS.entries()) {
    const bend = ((curl + i * 3) * Math.PI) / 180;
    const tip = bend * 2.1;
    const y1 = finger.start + finger.length * 0.52 * Math.cos(bend);
    const z1 = -finger.length * 0.52 * Math.sin(bend);
    const y2 = y1 + finger.length * 0.48 * Math.cos(tip);
    const z2 = z1 - finger.length * 0.48 * Math.sin(tip);
    const spread = finger.across * 1.12;
    const r = finger.radius * size;
    parts.push(
      primitive(
        skin,
        tag,
        cone(at(finger.across, finger.start - 0.01, 0), at(spread, y1, z1), r, r * 0.94),
        0.006 * size,
      ),
      primitive(
        skin,
        tag,
        cone(at(spread, y1, z1), at(spread, y2, z2), r * 0.94, r * 0.8),
        0.002 * size,
      ),
    );
  }
  parts.push(
    primitive(
      skin,
      tag,
      cone(at(0.022, 0.022, -0.006), at(0.05, 0.066, -0.014), 0.0155 * size, 0.0115 * size),
      0.016 * size,
    ),
    primitive(
      skin,
      tag,
      cone(at(0.05, 0.066, -0.014), at(0.058, 0.098, -0.018), 0.0112 * size, 0.0088 * size),
      0.003 * size,
    ),
  );
  return parts;
}

function legPrimitives(leg: Leg, side: Side, size: number, limb: number): readonly Primitive[] {
  const tag = PART[`${side.name}-leg`];
  const skin = LAYER.skin;
  const r = size * limb;
  const front = frameAlong(subtract(leg.hip, leg.knee), [0, 0, 1])[2];
  const calf = add(mix(leg.knee, leg.ankle, 0.3), [
    side.sign * 0.004 * size,
    0,
    -0.016 * size - front[2] * 0.002,
  ]);
  return [
    primitive(
      skin,
      tag,
      cone(
        add(leg.hip, [0, -0.03 * size, 0]),
        leg.knee,
        LIMB_RADIUS.thigh * r,
        LIMB_RADIUS.knee * r,
      ),
      0.03 * size,
    ),
    primitive(
      skin,
      tag,
      cone(leg.knee, leg.ankle, LIMB_RADIUS.knee * r * 0.94, LIMB_RADIUS.ankle * r),
      0.02 * size,
    ),
    primitive(
      skin,
      tag,
      cone(calf, mix(leg.knee, leg.ankle, 0.62), LIMB_RADIUS.calf * r, LIMB_RADIUS.ankle * r * 1.1),
      0.03 * size,
    ),
    primitive(
      skin,
      tag,
      {
        kind: 'ellipsoid',
        centre: add(leg.knee, [0, 0, 0.022 * size]),
        radii: [0.032 * r, 0.04 * r, 0.034 * r],
      },
      0.03 * size,
    ),
  ];
}

/** Arms with hands, and legs. */
export function limbPrimitives(spec: PersonSpec, skeleton: Skeleton): readonly Primitive[] {
  const size = skeleton.scale;
  const { limb } = spec.build;
  return SIDES.flatMap((side) => {
    const pose = side.index === 0 ? spec.stance.left : spec.stance.right;
    const hand = size * (0.86 + limb * 0.08 + spec.build.jaw * 0.07);
    return [
      ...armPrimitives(skeleton.arms[side.index], side, size, limb),
      ...handPrimitives(skeleton.arms[side.index], side, hand, pose.curl),
      ...legPrimitives(skeleton.legs[side.index], side, size, 0.4 + 0.6 * limb),
    ];
  });
}
