import type { Primitive, Shape } from '../solid/shape.ts';
import {
  add,
  frameAlong,
  length,
  mix,
  normalise,
  scale,
  subtract,
  type Vector,
} from '../solid/vector.ts';
import { LAYER, REGION } from './layers.ts';
import { LIMB_RADIUS } from './limbs.ts';
import type { PersonSpec } from './person-spec.ts';
import { cone, primitive } from './primitive.ts';
import type { Arm, Side } from './skeleton.ts';

/** Visible thickness of a cuff, in metres. */
const THICKNESS = 0.0035;

/** How far down the upper arm a short sleeve and down the forearm a long one reaches. */
export const SLEEVE_END = { short: 0.58, long: 0.94 } as const;

/** How far down the upper arm the sleeve's head reaches. */
const HEAD_REACH = 0.3;

/** A straight round tube; `stops` give the radius at fractions of its length. */
function tube(from: Vector, to: Vector, stops: readonly (readonly [number, number])[]): Shape {
  const axis = subtract(to, from);
  const span = length(axis);
  return {
    kind: 'loft',
    origin: from,
    frame: frameAlong(axis, [0, 0, 1]),
    sections: stops.map(([t, radius]) => ({
      at: t * span,
      side: radius,
      front: radius,
      back: radius,
    })),
  };
}

/** Cuts a sleeve off at its cuff and hollows the edge. */
function cuffCuts(
  from: Vector,
  to: Vector,
  region: number,
  radius: number,
  size: number,
): readonly Primitive[] {
  const along = normalise(subtract(to, from));
  const at = (metres: number) => add(to, scale(along, metres * size));
  const cut = (low: number, wideLow: number, wideHigh: number): Primitive =>
    primitive(
      LAYER.sleeves,
      region,
      tube(at(low), at(0.085), [
        [0, wideLow],
        [1, wideHigh],
      ]),
      0.001 * size,
      'subtract',
    );
  const wide = radius + 0.018 * size;
  return [
    cut(0, wide, wide),
    cut(-0.024, radius - 4 * THICKNESS * size, radius - THICKNESS * size),
  ];
}

/** Radii of a sleeve at the shoulder and where its upper part ends, and how far down that is. */
function upperPart(spec: PersonSpec, size: number) {
  const r = size * spec.build.limb;
  const room = spec.upper.ease[0] * size;
  const short = spec.upper.sleeve === 'short';
  const arm = LIMB_RADIUS.upperArm * r + room * 0.9 + 0.003 * size;
  return {
    cap: LIMB_RADIUS.shoulder * r + Math.min(room, 0.012 * size) * 0.6,
    end: short ? arm + 0.005 * size : arm,
    reach: short ? SLEEVE_END.short + 0.04 : 0.5,
  };
}

/** The sleeve's head, which flows into the trunk's cloth. */
export function sleeveHead(spec: PersonSpec, arm: Arm, side: Side, size: number): Primitive {
  const region = side.index === 0 ? REGION.leftSleeve : REGION.rightSleeve;
  const { cap, end, reach } = upperPart(spec, size);
  const low = cap + ((end - cap) * HEAD_REACH) / reach;
  const to = mix(arm.shoulder, arm.elbow, HEAD_REACH);
  return primitive(LAYER.upper, region, cone(arm.shoulder, to, cap, low), 0.03 * size);
}

/** One sleeve from the shoulder to its cuff. */
export function sleevePrimitives(
  spec: PersonSpec,
  arm: Arm,
  side: Side,
  size: number,
): readonly Primitive[] {
  const region = side.index === 0 ? REGION.leftSleeve : REGION.rightSleeve;
  const part = (shape: Shape) => primitive(LAYER.sleeves, region, shape, 0.006 * size);
  const { cap, end: armRadius, reach } = upperPart(spec, size);
  const middle = mix(arm.shoulder, arm.elbow, reach);
  const head = part(cone(arm.shoulder, middle, cap, armRadius));
  if (spec.upper.sleeve === 'short') {
    const end = mix(arm.shoulder, arm.elbow, SLEEVE_END.short);
    return [head, ...cuffCuts(arm.shoulder, end, region, armRadius, size)];
  }
  const r = size * spec.build.limb;
  const room = spec.upper.ease[0] * size;
  const elbow = LIMB_RADIUS.elbow * r + room * 0.7 + 0.005 * size;
  const cuff = LIMB_RADIUS.wrist * r + 0.009 * size;
  const end = mix(arm.elbow, arm.wrist, SLEEVE_END.long);
  const forearm = tube(arm.elbow, arm.wrist, [
    [0, elbow],
    [0.35, LIMB_RADIUS.forearm * r + room * 0.65 + 0.003 * size],
    [0.84, cuff + 0.006 * size],
    [1.04, cuff],
  ]);
  return [
    head,
    part(cone(middle, arm.elbow, armRadius, elbow)),
    part(forearm),
    ...cuffCuts(arm.elbow, end, region, cuff, size),
  ];
}
