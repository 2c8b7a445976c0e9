import { PART } from '@proteus/contracts/person-parts.ts';
import { fractalNoise, valueNoise } from '../shade/noise.ts';
import { smoothstep } from '../shade/tone.ts';
import type { Primitive, Shape } from '../solid/shape.ts';
import type { Displacement } from '../solid/solid.ts';
import type { Vector } from '../solid/vector.ts';
import { HAIR_CUTS } from './hair-styles.ts';
import { headPoint, headScale } from './head.ts';
import { LAYER } from './layers.ts';
import type { HairStyle, PersonSpec } from './person-spec.ts';
import { cone, primitive } from './primitive.ts';
import { SIDES, type Skeleton } from './skeleton.ts';

/**
 * Relief of strands, about -1 to 1: fine across the way the hair falls, long along it.
 *
 * @param x from the middle of the head in metres, with y and z.
 */
export function strandNoise(style: HairStyle, x: number, y: number, z: number): number {
  if (style === 'curls') return fractalNoise(x * 75, y * 75, z * 75, 2) * 1.5;
  if (style === 'crop') return fractalNoise(x * 260, y * 160, z * 260, 2);
  const hanging = strands(x * 1.5 + z, y, x - z * 1.5);
  const crown = smoothstep(0.02, 0.07, y);
  if (crown === 0) return hanging;
  const angle = Math.atan2(x, z) * 0.085;
  return hanging + (strands(angle * 1.6, y * 0.6, 0) - hanging) * crown;
}

function strands(across: number, along: number, depth: number): number {
  const sway = 0.5 * valueNoise(across * 12, along * 7, depth * 12);
  return (
    valueNoise(across * 75 + sway, along * 5, depth * 75) * 0.5 +
    valueNoise(across * 240 + sway * 2, along * 8, depth * 240) * 0.5
  );
}

/** The relief of a person's hair, for the solid's layer. */
export function hairRelief(spec: PersonSpec, skeleton: Skeleton): Displacement {
  const { style } = spec.hair;
  const depth = style === 'curls' ? 0.009 : style === 'crop' ? 0.0016 : 0.0026;
  const [hx, hy, hz] = skeleton.head;
  return (x, y, z) => -depth * strandNoise(style, x - hx, y - hy, z - hz);
}

/** The volume of the hair. */
export function hairPrimitives(spec: PersonSpec, skeleton: Skeleton): readonly Primitive[] {
  const s = headScale(skeleton);
  const cut = HAIR_CUTS[spec.hair.style];
  const ball = (centre: Vector, radii: Vector): Shape => ({
    kind: 'ellipsoid',
    centre: headPoint(skeleton, centre),
    radii: [radii[0] * s, radii[1] * s, radii[2] * s],
    frame: skeleton.headFrame,
  });
  const hair = (shape: Shape, blend: number, operation: 'union' | 'subtract' = 'union') =>
    primitive(LAYER.hair, PART.hair, shape, blend * s, operation);
  const rod = (from: Vector, to: Vector, fromRadius: number, toRadius: number): Shape =>
    cone(headPoint(skeleton, from), headPoint(skeleton, to), fromRadius * s, toRadius * s);
  const locks = cut.locks.flatMap(({ from, to, radii, both }) =>
    SIDES.filter((side) => both || side.sign === 1).map(({ sign }) =>
      hair(
        rod([from[0] * sign, from[1], from[2]], [to[0] * sign, to[1], to[2]], radii[0], radii[1]),
        0.016,
      ),
    ),
  );
  const cuts: Primitive[] = [hair(ball(...cut.window), cut.rim, 'subtract')];
  if (cut.parting !== null) {
    const x = cut.parting;
    cuts.push(hair(rod([x, 0.09, 0.078], [x, 0.131, 0.005], 0.006, 0.003), 0.014, 'subtract'));
  }
  if (cut.earsFree) {
    for (const { sign } of SIDES) {
      cuts.push(hair(ball([sign * 0.09, -0.028, 0.002], [0.03, 0.046, 0.034]), 0.012, 'subtract'));
    }
  }
  return [hair(ball(...cut.cap), 0.01), ...locks, ...cuts];
}
