import type { LoftSection, Primitive, Shape } from '../solid/shape.ts';
import { frameAlong, mix, subtract, type Vector } from '../solid/vector.ts';
import { LAYER, REGION } from './layers.ts';
import { LIMB_RADIUS } from './limbs.ts';
import type { LowerWear, PersonSpec } from './person-spec.ts';
import { cone, primitive } from './primitive.ts';
import { type Leg, SIDES, type Skeleton } from './skeleton.ts';
import { sectionAt, trunkSections } from './trunk.ts';

const THICKNESS = 0.004;

/** Height of the waistband's upper edge above the floor of a person 1.72 m tall. */
export const WAISTBAND = 1.062;

function waistSections(spec: PersonSpec, skeleton: Skeleton, room: number): readonly LoftSection[] {
  const size = skeleton.scale;
  const top = WAISTBAND * size;
  const body = trunkSections(spec, skeleton);
  const waist = sectionAt(body, 1.085 * size);
  const inside = body.filter(
    (section) => section.at > 0.7 * size && section.at < top - 0.01 * size,
  );
  const near = inside[inside.length - 1]!;
  const t = (top - near.at) / (waist.at - near.at);
  const band = {
    at: top,
    side: near.side + (waist.side - near.side) * t,
    front: near.front + (waist.front - near.front) * t,
    back: near.back + (waist.back - near.back) * t,
    x: (near.x ?? 0) + ((waist.x ?? 0) - (near.x ?? 0)) * t,
    z: 0,
  };
  const tucked = spec.upper.tucked ? 0.005 * size : 0;
  return [...inside, band].map((section) => ({
    ...section,
    side: section.side + room * 0.55 + 0.004 * size + tucked,
    front: section.front + room * 0.4 + 0.005 * size + tucked,
    back: section.back + room * 0.5 + 0.005 * size + tucked,
  }));
}

/** Radius of a trouser leg at a height above the floor. */
function legRadius(
  spec: PersonSpec,
  lower: LowerWear,
  leg: Leg,
  size: number,
  height: number,
): number {
  const r = size * (0.4 + 0.6 * spec.build.limb);
  const [thighRoom, hemRoom] = lower.ease;
  const knee = leg.knee[1];
  const t = (height - knee) / (leg.hip[1] - knee);
  if (t > 0) {
    const held = Math.min(1, t);
    const bare = LIMB_RADIUS.knee + (LIMB_RADIUS.thigh - LIMB_RADIUS.knee) * held;
    return bare * r + (hemRoom + (thighRoom - hemRoom) * held) * size;
  }
  const down = (knee - height) / (knee - leg.ankle[1]);
  return (
    (LIMB_RADIUS.knee + (LIMB_RADIUS.ankle - LIMB_RADIUS.knee) * down * 0.8) * r + hemRoom * size
  );
}

function trouserLegs(spec: PersonSpec, lower: LowerWear, skeleton: Skeleton): readonly Primitive[] {
  const size = skeleton.scale;
  const hem = lower.hem * size;
  return SIDES.flatMap((side) => {
    const region = side.index === 0 ? REGION.leftLeg : REGION.rightLeg;
    const leg = skeleton.legs[side.index];
    const part = (shape: Shape, blend: number, operation: 'union' | 'subtract' = 'union') =>
      primitive(LAYER.lower, region, shape, blend * size, operation);
    const radiusAt = (height: number) => legRadius(spec, lower, leg, size, height);
    const segment = (from: Vector, to: Vector): Shape =>
      cone(from, to, radiusAt(from[1]), radiusAt(to[1]));
    const short = hem > leg.knee[1];
    const line: readonly [Vector, Vector] = short ? [leg.hip, leg.knee] : [leg.knee, leg.ankle];
    const pointAt = (height: number): Vector =>
      mix(line[0], line[1], (line[0][1] - height) / (line[0][1] - line[1][1]));
    const below = (height: number, wider: number, low: number): Shape => ({
      kind: 'loft',
      origin: pointAt(height),
      frame: frameAlong(subtract(line[0], line[1]), [0, 0, 1]),
      sections: [low, 0].map((at) => {
        const radius = radiusAt(hem) + wider * size;
        return { at: at * size, side: radius, front: radius, back: radius };
      }),
    });
    const start = mix(leg.hip, leg.knee, 0.06);
    const upper = short
      ? [part(segment(start, pointAt(hem - 0.05 * size)), 0.02)]
      : [
          part(segment(start, leg.knee), 0.02),
          part(segment(leg.knee, pointAt(hem - 0.03 * size)), 0.006),
        ];
    return [
      ...upper,
      part(below(hem, 0.02, -0.14), 0.001, 'subtract'),
      part(below(hem + 0.02 * size, -THICKNESS, -0.14), 0.0005, 'subtract'),
    ];
  });
}

function skirtSections(
  spec: PersonSpec,
  lower: LowerWear,
  skeleton: Skeleton,
  bottom: number,
): readonly LoftSection[] {
  const size = skeleton.scale;
  const above = waistSections(spec, skeleton, lower.ease[0] * size).slice(2);
  const widest = above[0]!;
  const flare = (lower.ease[1] * (widest.at - bottom)) / (widest.at - lower.hem * size);
  const middle = (skeleton.legs[0].knee[0] + skeleton.legs[1].knee[0]) / 2;
  const edge = {
    at: bottom,
    side: widest.side + flare * size,
    front: widest.front + flare * size + 0.012,
    back: widest.back + flare * 0.6 * size,
    x: ((widest.x ?? 0) + middle) / 2,
    z: 0,
  };
  return [edge, ...above];
}

function skirtPrimitives(
  spec: PersonSpec,
  lower: LowerWear,
  skeleton: Skeleton,
): readonly Primitive[] {
  const size = skeleton.scale;
  const hem = lower.hem * size;
  const part = (sections: readonly LoftSection[], blend: number, operation: 'union' | 'subtract') =>
    primitive(
      LAYER.lower,
      REGION.trunk,
      { kind: 'loft', origin: [0, 0, 0], sections },
      blend,
      operation,
    );
  const whole = skirtSections(spec, lower, skeleton, hem - 0.04 * size);
  const ring = (low: number, high: number, wider: number): readonly LoftSection[] =>
    [low, 0, high].map((at) => {
      const section = sectionAt(whole, hem + at * size);
      return {
        ...section,
        at: hem + at * size,
        side: section.side + wider * size,
        front: section.front + wider * size,
        back: section.back + wider * size,
      };
    });
  return [
    part(whole, 0, 'union'),
    part(ring(-0.12, 0.0005, 0.04), 0.001, 'subtract'),
    part(ring(-0.12, 0.03, -THICKNESS), 0.001, 'subtract'),
  ];
}

/** Trousers, shorts or a skirt. */
export function lowerPrimitives(spec: PersonSpec, skeleton: Skeleton): readonly Primitive[] {
  const { lower } = spec;
  if (lower === null) return [];
  if (lower.kind === 'skirt') return skirtPrimitives(spec, lower, skeleton);
  const seat: Shape = {
    kind: 'loft',
    origin: [0, 0, 0],
    sections: waistSections(spec, skeleton, lower.ease[0] * skeleton.scale),
  };
  return [
    ...trouserLegs(spec, lower, skeleton),
    primitive(LAYER.lower, REGION.trunk, seat, 0.012 * skeleton.scale),
    ...hiddenBelowTop(spec, skeleton),
  ];
}

/** What an untucked top hides is left out, so that it cannot poke through. */
function hiddenBelowTop(spec: PersonSpec, skeleton: Skeleton): readonly Primitive[] {
  if (spec.upper.tucked) return [];
  const top: Vector = [0, (spec.upper.hem + 0.003) * skeleton.scale, 0];
  return [
    primitive(
      LAYER.lower,
      REGION.trunk,
      { kind: 'half-space', point: top, normal: [0, 1, 0] },
      0,
      'intersect',
    ),
  ];
}
